-- Of which events do reports say different things: planned here, cancelled there?
with several as (
    select event_id
    from mentions
    where event_id in (select event_id from events where n_mentions > 1)
    group by event_id
    having min(status) <> max(status)
    order by event_id
    limit 100
)
select
    event_id,
    kind,
    list(distinct status order by status) as told,
    list(evidence order by mention_id) as words
from several
join mentions using (event_id)
group by event_id, kind
order by event_id;
