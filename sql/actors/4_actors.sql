-- Actors whose mentions have changed, and all those known before reading.
delete from store.actors
where actor_id in (select actor_id from changed_actors)
    or actor_id in (select actor_id from store.known_actors);

create or replace temp table actors_made as
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
        select actor_id, kind, country, office, count(*) as times
        from words_said
        group by all
    )
    group by actor_id
)
select
    coalesce(known.actor_id, seen.actor_id) as actor_id,
    coalesce(known.name, seen.name) as name,
    if(known.actor_id is null, said.kind, known.kind) as kind,
    if(known.actor_id is null, said.country, known.country) as country,
    if(known.actor_id is null, said.office, known.office) as office,
    list_sort(
        list_filter(
            list_distinct(coalesce(known.aliases, []) || coalesce(seen.names, [])),
            lambda alias: alias <> coalesce(known.name, seen.name)
        )
    ) as aliases
from store.known_actors as known
full join seen on seen.actor_id = known.actor_id
left join said on said.actor_id = seen.actor_id;

-- The codes of an actor: a person's by the office, a body's by its name; the longest words hold.
insert into store.actors by name
with
telling as (
    select
        actor_id, kind,
        ' ' || trim(regexp_replace(lower(if(kind = 'person', office, name)), '[^\p{L}\p{N}]+', ' ', 'g'))
        || ' ' as words
    from actors_made
    where kind in ('person', 'organisation')
),
coded as (
    select
        telling.actor_id,
        arg_max(
            {'actor': sectors_known.actor, 'sector': sectors_known.sector, 'cameo': sectors_known.cameo},
            (length(sectors_known.words), sectors_known.words)
        ) as codes
    from telling
    join sectors_known
        on sectors_known.kind = telling.kind
        and contains(telling.words, ' ' || sectors_known.words || ' ')
    group by telling.actor_id
)
select
    made.*,
    coalesce(countries_known.alpha3, coded.codes.actor) as actor_code,
    coded.codes.sector as sector,
    nullif(concat(countries_known.alpha3, coded.codes.cameo), '') as cameo
from actors_made as made
left join coded using (actor_id)
left join countries_known on countries_known.alpha2 = made.country;
