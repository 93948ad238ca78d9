-- Which planned meetings lie in the past, and nobody reported that they were held?
select date_end::date as due, participants, place, evidence, document_ids
from meetings
where status in ('planned', 'postponed') and date_end < (select max(published_at) from documents)
order by due desc, event_id
limit 100;
