-- One row an event with its actors, its place and the words that prove it: what the formats share
-- Of the kinds and statuses that are asked for (null: all), and not known to lie outside the days
-- asked for. Where no words say when and `report_dates` is true, the day of the first report does.
-- Of the ids from `first_id` to before `last_id` (null: to the end), so that there is no archive too
-- large for the memory.
create temp macro exported_events(
    since, until, kinds, statuses, report_dates, first_id, last_id
) as table
with
events as (
    select *
    from events_v1
    where event_id >= first_id and (event_id < last_id) is not false
),
-- The mention that an event is shown by: the one whose words prove it.
shown as (
    select
        mentions_v1.event_id,
        first(mentions_v1.mention_id order by
            (mentions_v1.document_id, mentions_v1.evidence)
                <> (events.evidence_document_id, events.evidence),
            mentions_v1.status <> events.status, mentions_v1.confidence desc,
            mentions_v1.mention_id
        ) as mention_id,
        count(distinct mentions_v1.document_id) as n_documents,
        min(documents_v1.first_seen) as first_seen,
        list_sort(list(distinct documents_v1.source)) as sources
    from mentions_v1
    join events on events.event_id = mentions_v1.event_id
    join documents_v1 on documents_v1.document_id = mentions_v1.document_id
    group by mentions_v1.event_id
),
listed as (
    select event_id, unnest(actors) as name, generate_subscripts(actors, 1) as place
    from events
    where kind <> 'statement'
),
known as (
    select ids.event_id, actors_v1.name, min(ids.actor_id) as actor_id
    from (select event_id, unnest(actor_ids) as actor_id from events) as ids
    join actors_v1 on actors_v1.actor_id = ids.actor_id
    group by ids.event_id, actors_v1.name
),
-- Who is called a visitor in one report and a host in another is neither.
called as (
    select
        event_mentions_v1.event_id,
        arguments_v1.actor_id,
        case
            when bool_or(arguments_v1."role" = 'visitor') = bool_or(arguments_v1."role" = 'host')
                then null
            when bool_or(arguments_v1."role" = 'visitor') then 'visitor'
            else 'host'
        end as "role"
    from arguments_v1
    join event_mentions_v1 on event_mentions_v1.mention_id = arguments_v1.mention_id
    where arguments_v1."role" in ('visitor', 'host')
        and arguments_v1.actor_id is not null
        and event_mentions_v1.event_id >= first_id
        and (event_mentions_v1.event_id < last_id) is not false
    group by event_mentions_v1.event_id, arguments_v1.actor_id
),
taking_part as (
    select
        listed.event_id,
        listed.place,
        listed.name,
        known.actor_id,
        coalesce(called."role", 'participant') as "role"
    from listed
    left join known on known.event_id = listed.event_id and known.name = listed.name
    left join called
        on called.event_id = listed.event_id and called.actor_id = known.actor_id
    union all
    select
        shown.event_id,
        arguments_v1.position as place,
        coalesce(arguments_v1.name, arguments_v1."text") as name,
        arguments_v1.actor_id,
        arguments_v1."role"
    from shown
    join arguments_v1 on arguments_v1.mention_id = shown.mention_id
    where arguments_v1."role" in ('speaker', 'addressee')
),
words as (
    select
        shown.event_id,
        arguments_v1.actor_id,
        first(arguments_v1."text" order by arguments_v1.position) as "text"
    from shown
    join arguments_v1 on arguments_v1.mention_id = shown.mention_id
    where arguments_v1.actor_id is not null
    group by shown.event_id, arguments_v1.actor_id
),
cast_of as (
    select
        taking_part.event_id,
        list({
            'role': taking_part."role",
            'name': taking_part.name,
            'actor_id': taking_part.actor_id,
            'words': words."text",
            'kind': actors_v1.kind,
            'country': actors_v1.country,
            'office': actors_v1.office,
            'code': actors_v1.actor_code,
            'sector': actors_v1.sector,
            -- CAMEO's codes of countries are not always those of ISO.
            'cameo_country': countries.cameo,
            'cameo_role': nullif(if(
                starts_with(actors_v1.cameo, countries.alpha3), actors_v1.cameo[4:], actors_v1.cameo
            ), '')
        } order by taking_part.place, taking_part.name) as actors
    from taking_part
    left join actors_v1 on actors_v1.actor_id = taking_part.actor_id
    left join countries on countries.alpha2 = actors_v1.country
    left join words
        on words.event_id = taking_part.event_id and words.actor_id = taking_part.actor_id
    group by taking_part.event_id
),
dated as (
    select
        event_id, kind, status, cameo, plover, date_precision, place, country, n_mentions,
        n_reports, n_sources, first_published_at, confidence,
        coalesce(date_start, if(report_dates, first_published_at, null)) as starts,
        coalesce(
            date_end, if(report_dates, date_trunc('day', first_published_at) + interval 1 day, null)
        ) as ends,
        case
            when date_start is not null then 'words'
            when report_dates then 'report'
        end as date_basis
    from events
    where (kinds is null or list_contains(kinds, kind))
        and (statuses is null or list_contains(statuses, status))
)
select
    dated.event_id,
    dated.kind,
    dated.status,
    dated.cameo,
    dated.plover,
    dated.starts,
    dated.ends,
    dated.date_precision,
    dated.date_basis,
    -- Whether it can be said to lie within the days that are asked for.
    dated.starts is not null or (since is null and until is null) as is_placed,
    dated.place,
    places.kind as place_kind,
    dated.country,
    countries.name as country_name,
    countries.alpha3,
    countries."numeric",
    countries.fips,
    dated.n_mentions,
    dated.n_reports,
    dated.n_sources,
    dated.first_published_at,
    dated.confidence,
    mentions_v1.attributes,
    mentions_v1.evidence,
    mentions_v1.evidence_start,
    mentions_v1.evidence_end,
    mentions_v1.extractor_version,
    documents_v1.url,
    documents_v1.title,
    documents_v1.source,
    documents_v1."language",
    shown.n_documents,
    shown.first_seen,
    shown.sources,
    list_filter(
        coalesce(cast_of.actors, []), lambda actor: actor."role" not in ('host', 'addressee')
    ) as doing,
    list_filter(
        coalesce(cast_of.actors, []), lambda actor: actor."role" in ('host', 'addressee')
    ) as addressed
from dated
join shown on shown.event_id = dated.event_id
join mentions_v1 on mentions_v1.mention_id = shown.mention_id
join documents_v1 on documents_v1.document_id = mentions_v1.document_id
left join cast_of on cast_of.event_id = dated.event_id
left join countries on countries.alpha2 = dated.country
left join places
    on places.name = dated.place and places.country is not distinct from dated.country
where (dated.starts < until + interval 1 day) is not false
    and (dated.ends > since) is not false
