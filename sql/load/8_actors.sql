-- Actors whose mentions have changed, and all those known before reading.
delete from store.known_actors;
insert into store.known_actors select * from actors_known;
delete from store.event_types;
insert into store.event_types select * from event_types_known;

delete from store.actors
where actor_id in (select actor_id from changed_actors)
    or actor_id in (select actor_id from store.known_actors);

insert into store.actors
with
named as (
    select actor_id, name, count(*) as times
    from store.arguments
    join store.told using (document_id)
    where actor_id is not null and name is not null
        and (
            actor_id in (select actor_id from changed_actors)
            or actor_id in (select actor_id from store.known_actors)
        )
    group by actor_id, name
),
seen as (
    select
        actor_id,
        first(name order by times desc, length(name) desc, name) as name,
        list(name order by name) as names
    from named
    group by actor_id
),
-- What the words for an actor say most often; unnamed, or a pronoun, when no words name it.
said as (
    select
        actor_id,
        first(kind order by kind in ('unnamed', 'pronoun'), kind is null, times desc, kind) as kind,
        first(country order by times desc, country) filter (country is not null) as country,
        first(office order by times desc, office) filter (office is not null) as office
    from (
        select actors_read.actor_id, kind, country, office, count(*) as times
        from actors_read
        join store.arguments using (actor_id)
        join store.documents using (document_id)
        join store.told using (document_id)
        where words = substring(documents."text", start_char + 1, end_char - start_char)
        group by all
    )
    group by actor_id
)
select
    coalesce(known.actor_id, seen.actor_id),
    coalesce(known.name, seen.name),
    if(known.actor_id is null, said.kind, known.kind),
    if(known.actor_id is null, said.country, known.country),
    if(known.actor_id is null, said.office, known.office),
    list_sort(
        list_filter(
            list_distinct(coalesce(known.aliases, []) || coalesce(seen.names, [])),
            lambda alias: alias <> coalesce(known.name, seen.name)
        )
    )
from store.known_actors as known
full join seen on seen.actor_id = known.actor_id
left join said on said.actor_id = seen.actor_id;
