-- Of which events do reports say different things: planned here, cancelled there?
select
    event_id,
    kind,
    list(distinct status order by status) as told,
    list(evidence order by mention_id) as words
from mentions
group by event_id, kind
having count(distinct status) > 1
order by event_id
limit 100;
