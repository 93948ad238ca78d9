-- Who met whom, when and where, the latest meetings first?
select date_start::date as day, place, participants, n_sources, evidence
from meetings
where status = 'occurred'
order by day desc nulls last, first_published_at desc, event_id
limit 50;
