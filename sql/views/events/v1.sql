-- One row an event of any kind: the mentions that tell of it merged
with
counted as (
    select
        event_id,
        count(*) as n_mentions,
        count(distinct told.report_id) as n_sources,
        min(told.published_at) as first_published_at,
        max(mentions.confidence) as confidence
    from store.event_mentions
    join store.mentions using (mention_id)
    join store.told using (document_id)
    group by event_id
),
coded as (
    select
        events.event_id,
        first({'cameo': event_types.cameo, 'plover': event_types.plover} order by
            (event_types.status <> '')::int + (event_types.stage <> '')::int
            + (event_types.format <> '')::int + (event_types.speech_act <> '')::int desc
        ) as codes
    from store.events
    join store.mentions as shown on shown.mention_id = events.status_mention
    join store.event_types
        on event_types.kind = shown.kind
        and event_types.status in ('', shown.status)
        and event_types.stage in ('', coalesce(shown.attributes['stage'], ''))
        and event_types.format in ('', coalesce(shown.attributes['format'], ''))
        and event_types.speech_act in ('', coalesce(shown.attributes['speech_act'], ''))
    group by events.event_id
)
select
    events.event_id,
    events.kind,
    shown.status,
    coded.codes.cameo as cameo,
    coded.codes.plover as plover,
    dated.date_start,
    dated.date_end,
    coalesce(dated.date_precision, 'none') as date_precision,
    placed.place,
    placed.country,
    counted.n_mentions,
    counted.n_sources,
    counted.first_published_at,
    counted.confidence
from store.events
join store.mentions as shown on shown.mention_id = events.status_mention
left join store.mentions as dated on dated.mention_id = events.date_mention
left join store.mentions as placed on placed.mention_id = events.place_mention
join counted on counted.event_id = events.event_id
left join coded on coded.event_id = events.event_id
