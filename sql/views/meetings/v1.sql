-- One row a meeting: an event, the mentions that tell of it merged
with
counted as (
    select
        event_id,
        count(*) as n_mentions,
        count(distinct told.report_id) as n_sources,
        min(told.published_at) as first_published_at,
        list_sort(list(distinct mentions.document_id)) as document_ids,
        max(mentions.confidence) as confidence
    from store.event_mentions
    join store.mentions using (mention_id)
    join store.told using (document_id)
    where mentions.kind = 'meeting'
    group by event_id
),
-- Without pronouns. Common nouns ("their teams") are taken from the evidence alone.
named as (
    select
        events.event_id,
        arguments.actor_id,
        coalesce(
            actors.name, arguments.name,
            substring(documents."text", start_char + 1, end_char - start_char)
        ) as name,
        actors.kind is not distinct from 'group' as is_group,
        (arguments.position, arguments.mention_id) as place
    from store.events
    join store.event_mentions using (event_id)
    join store.arguments using (mention_id)
    join store.documents using (document_id)
    left join store.actors on actors.actor_id = arguments.actor_id
    where arguments."role" in ('participant', 'host', 'visitor')
        and (
            actors.kind is null
            or actors.kind not in ('pronoun', 'unnamed')
            or (actors.kind = 'unnamed' and mention_id = events.evidence_mention)
        )
        and not (
            arguments.name is null
            and lower(substring(documents."text", start_char + 1, end_char - start_char)) in (
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
        list(actor_id order by first_place, name) filter (actor_id is not null) as ids
    from (
        select event_id, actor_id, any_value(name) as name, min(place) as first_place
        from members
        group by event_id, actor_id, if(actor_id is null, name, null)
    )
    group by event_id
),
details as (
    select
        event_id,
        first(attributes['format'] order by status <> event_status, confidence desc, mention_id)
            filter (attributes['format'] is not null) as format
    from (
        select event_mentions.event_id, mentions.*, shown.status as event_status
        from store.event_mentions
        join store.mentions using (mention_id)
        join store.events using (event_id)
        join store.mentions as shown on shown.mention_id = events.status_mention
        where events.kind = 'meeting'
    )
    group by event_id
),
topics as (
    select
        event_id,
        first(
            substring(documents."text", start_char + 1, end_char - start_char)
            order by mentions.confidence desc, mentions.mention_id, arguments.position
        ) as topic
    from store.event_mentions
    join store.mentions using (mention_id)
    join store.arguments using (mention_id)
    join store.documents on documents.document_id = mentions.document_id
    where mentions.kind = 'meeting' and arguments."role" = 'topic'
    group by event_id
)
select
    events.event_id,
    shown.status,
    dated.date_start,
    dated.date_end,
    coalesce(dated.date_precision, 'none') as date_precision,
    placed.place,
    placed.country,
    coalesce(who.names, []) as participants,
    coalesce(who.ids, []) as participant_ids,
    details.format,
    topics.topic,
    counted.n_mentions,
    counted.n_sources,
    counted.first_published_at,
    substring(documents."text", proof.evidence_start + 1, proof.evidence_end - proof.evidence_start)
        as evidence,
    documents.document_id as evidence_document_id,
    counted.document_ids,
    counted.confidence
from store.events
join store.mentions as shown on shown.mention_id = events.status_mention
join store.mentions as proof on proof.mention_id = events.evidence_mention
join store.documents on documents.document_id = proof.document_id
left join store.mentions as dated on dated.mention_id = events.date_mention
left join store.mentions as placed on placed.mention_id = events.place_mention
join counted on counted.event_id = events.event_id
left join who on who.event_id = events.event_id
left join details on details.event_id = events.event_id
left join topics on topics.event_id = events.event_id
where events.kind = 'meeting'
