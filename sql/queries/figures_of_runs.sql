-- What a run and those before it found, the run itself first.
with
recent as (
    select run_id, started_at
    from store.runs
    where run_id = $1
        or (
            state = 'completed'
            and started_at < (select min(started_at) from store.runs where run_id = $1)
        )
    order by started_at desc
    limit $2
),
heard as (
    select distinct run_id, document_id
    from store.inputs
    where run_id in (select run_id from recent) and state in ('loaded', 'nothing_found', 'duplicate')
),
counted as (
    select
        heard.run_id,
        count(*) as mentions,
        count(*) filter (mentions.date_start is null) as undated
    from heard
    join store.mentions using (document_id)
    group by heard.run_id
),
named as (
    select
        heard.run_id,
        count(*) as actors,
        count(*) filter (known_actors.actor_id is null) as unknown
    from heard
    join store.arguments using (document_id)
    left join store.known_actors on known_actors.actor_id = arguments.actor_id
    where arguments.actor_id is not null
    group by heard.run_id
)
select
    recent.run_id,
    (select count(*) from heard where heard.run_id = recent.run_id) as documents,
    coalesce(counted.mentions, 0) as mentions,
    coalesce(counted.undated, 0) as undated,
    coalesce(named.actors, 0) as actors,
    coalesce(named.unknown, 0) as unknown
from recent
left join counted on counted.run_id = recent.run_id
left join named on named.run_id = recent.run_id
order by recent.started_at desc;
