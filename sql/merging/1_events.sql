-- The events that may be told otherwise than before, the mentions that tell of each merged. What is
-- known of these is read once: in a large archive that takes longer than all that follows.
create or replace temp table told_of as
select
    mentions.*,
    event_mentions.event_id,
    events.status_mention,
    events.evidence_mention,
    reports.source,
    reports.published_at,
    reports.report,
    reports.origin,
    reports.is_copy
from store.event_mentions
join store.events using (event_id)
join store.mentions using (mention_id)
join store.reports on reports.document_id = mentions.document_id
where event_id in (select event_id from dirty);

create or replace temp table told_arguments as
from store.arguments
where rowid in (
    select rowid from store.arguments where mention_id in (select mention_id from told_of)
);

delete from store.merged_events where event_id in (select event_id from dirty);

insert into store.merged_events by name
with
counted as (
    select
        event_id,
        count(*) as n_mentions,
        count(distinct report) as n_reports,
        count(distinct origin) as n_sources,
        arg_min(source, (coalesce(published_at, 'infinity'), is_copy, document_id)) as first_source,
        min(published_at) as first_published_at,
        list_sort(list(distinct document_id)) as document_ids,
        max(confidence) as confidence
    from told_of
    group by event_id
),
-- Without pronouns. Common nouns ("their teams") are taken from the evidence alone.
named as (
    select
        event_id,
        arguments.actor_id,
        coalesce(actors.name, arguments.name, arguments."text") as name,
        actors.kind is not distinct from 'group' as is_group,
        (arguments.position, arguments.mention_id) as place
    from told_of
    join told_arguments as arguments using (mention_id)
    left join store.actors on actors.actor_id = arguments.actor_id
    where (
            (told_of.kind = 'meeting' and arguments."role" in ('participant', 'host', 'visitor'))
            or (told_of.kind = 'deal_signing' and arguments."role" = 'party')
            or (told_of.kind = 'statement' and arguments."role" = 'speaker')
        )
        and (
            actors.kind is null
            or actors.kind not in ('pronoun', 'unnamed')
            or (actors.kind = 'unnamed' and mention_id = told_of.evidence_mention)
        )
        and not (
            arguments.name is null
            and lower(arguments."text") in (
                'i', 'me', 'we', 'us', 'you', 'he', 'him', 'she', 'her', 'it', 'they', 'them'
            )
        )
),
-- Several under one name are the several that they are.
members as (
    select event_id, actor_id, name, place
    from named
    where not is_group
    union all
    select event_id, ids.actor_id, name, place
    from (
        select event_id, unnest(string_split(replace(name, ' and ', ', '), ', ')) as name, place
        from named
        where is_group
    )
    left join (select name, min(actor_id) as actor_id from store.actors group by name) as ids
        using (name)
),
who as (
    select
        event_id,
        list(name order by first_place, name) as names,
        list(actor_id order by first_place, name) filter (actor_id is not null) as actor_ids
    from (
        select event_id, actor_id, any_value(name) as name, min(place) as first_place
        from members
        group by event_id, actor_id, if(actor_id is null, name, null)
    )
    group by event_id
),
-- Each from the surest mention that says it, those of the event's own status first.
ranked as (
    select
        told_of.event_id,
        told_of.attributes,
        (told_of.status <> shown.status, -told_of.confidence, told_of.mention_id) as place
    from told_of
    join told_of as shown on shown.mention_id = told_of.status_mention
    where told_of.kind <> 'statement'
),
details as (
    select
        event_id,
        arg_min(attributes['format'], place) as format,
        arg_min(attributes['stage'], place) as stage,
        arg_min(attributes['instrument'], place) as instrument,
        arg_min(attributes['deal'], place) as deal,
        arg_min(
            {'value': try_cast(attributes['value'] as double), 'currency': attributes['currency']},
            place
        ) filter (try_cast(attributes['value'] as double) is not null) as price
    from ranked
    group by event_id
),
topics as (
    select
        event_id,
        arg_min(
            arguments."text", (-told_of.confidence, mention_id, arguments.position)
        ) as topic
    from told_of
    join told_arguments as arguments using (mention_id)
    where told_of.kind = 'meeting' and arguments."role" = 'topic'
    group by event_id
),
-- The codes of an event, from the row of the table with most cells filled.
codes as (
    select
        told_of.event_id,
        arg_max(
            {'cameo': event_types.cameo, 'plover': event_types.plover},
            (event_types.status <> '')::int + (event_types.stage <> '')::int
            + (event_types.format <> '')::int + (event_types.speech_act <> '')::int
        ) as found
    from told_of
    join store.event_types
        on event_types.kind = told_of.kind
        and event_types.status in ('', told_of.status)
        and event_types.stage in ('', coalesce(told_of.attributes['stage'], ''))
        and event_types.format in ('', coalesce(told_of.attributes['format'], ''))
        and event_types.speech_act in ('', coalesce(told_of.attributes['speech_act'], ''))
    where told_of.mention_id = told_of.status_mention
    group by told_of.event_id
)
select
    events.event_id,
    events.kind,
    shown.status,
    codes.found.cameo as cameo,
    codes.found.plover as plover,
    dated.date_start,
    dated.date_end,
    coalesce(dated.date_precision, 'none') as date_precision,
    placed.place,
    placed.country,
    coalesce(who.names, []) as names,
    coalesce(who.actor_ids, []) as actor_ids,
    details.format,
    topics.topic,
    details.stage,
    details.instrument,
    details.deal,
    details.price."value" as "value",
    details.price.currency as currency,
    counted.n_mentions,
    counted.n_reports,
    counted.n_sources,
    counted.first_source,
    counted.first_published_at,
    proof.evidence,
    proof.document_id as evidence_document_id,
    counted.document_ids,
    counted.confidence
from store.events
join counted on counted.event_id = events.event_id
join told_of as shown on shown.mention_id = events.status_mention
join told_of as proof on proof.mention_id = events.evidence_mention
left join told_of as dated on dated.mention_id = events.date_mention
left join told_of as placed on placed.mention_id = events.place_mention
left join who on who.event_id = events.event_id
left join details on details.event_id = events.event_id
left join topics on topics.event_id = events.event_id
left join codes on codes.event_id = events.event_id
where events.event_id in (select event_id from dirty);
