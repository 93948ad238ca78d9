-- What a run and those before it found, the run itself first: each as a whole, and each of its
-- sources. A source of which a run has heard nothing new is there with zeros. Sentences are counted
-- by the marks at their ends.
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
    select distinct run_id, source, document_id
    from store.inputs
    where run_id in (select run_id from recent) and state in ('loaded', 'nothing_found', 'duplicate')
),
read_in as (
    select
        heard.run_id,
        heard.source,
        count(*) as documents,
        coalesce(
            sum(len(regexp_extract_all(documents."text", '[.!?…]["”’)\]]*(?:\s|$)'))), 0
        ) as sentences
    from heard
    left join store.documents using (document_id)
    group by heard.run_id, heard.source
),
counted as (
    select
        heard.run_id,
        heard.source,
        count(*) as mentions,
        count(*) filter (mentions.date_start is null) as undated
    from heard
    join store.mentions using (document_id)
    group by heard.run_id, heard.source
),
named as (
    select
        heard.run_id,
        heard.source,
        count(*) as actors,
        count(*) filter (known_actors.actor_id is null) as unknown
    from heard
    join store.arguments using (document_id)
    left join store.known_actors on known_actors.actor_id = arguments.actor_id
    where arguments.actor_id is not null
    group by heard.run_id, heard.source
),
by_source as (
    select
        recent.run_id,
        recent.started_at,
        sources.source,
        coalesce(read_in.documents, 0) as documents,
        coalesce(counted.mentions, 0) as mentions,
        coalesce(counted.undated, 0) as undated,
        coalesce(named.actors, 0) as actors,
        coalesce(named.unknown, 0) as unknown,
        coalesce(read_in.sentences, 0) as sentences
    from recent
    cross join (select distinct source from heard) as sources
    left join read_in on read_in.run_id = recent.run_id and read_in.source = sources.source
    left join counted on counted.run_id = recent.run_id and counted.source = sources.source
    left join named on named.run_id = recent.run_id and named.source = sources.source
)
select
    recent.run_id,
    by_source.source,
    coalesce(sum(documents), 0)::bigint as documents,
    coalesce(sum(mentions), 0)::bigint as mentions,
    coalesce(sum(undated), 0)::bigint as undated,
    coalesce(sum(actors), 0)::bigint as actors,
    coalesce(sum(unknown), 0)::bigint as unknown,
    coalesce(sum(sentences), 0)::bigint as sentences
from recent
left join by_source using (run_id)
group by
    grouping sets (
        (recent.run_id, recent.started_at), (recent.run_id, recent.started_at, by_source.source)
    )
having grouping(by_source.source) = 1 or by_source.source is not null
order by recent.started_at desc, by_source.source nulls first;
