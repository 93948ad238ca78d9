-- PLOVER, manual 0.8: the data fields of its chapter 5, one JSON object an event
-- A plan keeps the category that the code table gives it (a meeting ahead is AGREE, never CONSULT)
-- and has the manual's special context, which says that its date is that of what has not happened.
with
sided as (
    select
        *,
        len(addressed) > 0 and (kind = 'statement' or list_contains(
            list_transform(doing, lambda actor: actor."role"), 'visitor'
        )) as is_directed
    from exported_events(
        $since::date, $until::date, $kinds, $statuses, $report_dates, $first_id, $last_id
    )
),
-- The manual's tables: quad categories, and scores (it has none for REQUEST).
categories(plover, quad_code, event_scale) as (
    values
        ('AGREE', 1, 4.2), ('CONSULT', 1, 2.1), ('SUPPORT', 1, 4.6), ('CONCEDE', 1, 5.0),
        ('REQUEST', 3, null), ('ACCUSE', 3, -2.0), ('REJECT', 3, -4.2), ('THREATEN', 3, -5.1),
        ('SANCTION', 4, -5.2)
)
select
    case
        when sided.plover is null then 'PLOVER has no category for them'
        when sided.attributes['attitude'] = 'belief' then 'beliefs, which nobody stated'
        when sided.starts is null then 'no words say when'
        when len(sided.doing) + len(sided.addressed) = 0 then 'nobody is named who did it'
    end as left_out,
    sided.event_id as id,
    strftime(sided.starts, '%Y-%m-%d') as "date",
    if(sided.date_precision = 'minute', strftime(sided.starts, '%H:%M'), null) as "time",
    if(
        sided.ends - interval 1 microsecond >= date_trunc('day', sided.starts) + interval 1 day,
        strftime(sided.ends - interval 1 microsecond, '%Y-%m-%d'),
        null
    ) as enddate,
    list_transform(
        if(sided.is_directed, sided.doing, list_concat(sided.doing, sided.addressed)),
        lambda actor: {
        'code': actor.code,
        'sector': actor.sector,
        'actor_text': actor.words,
        'identifier_text': actor.name,
        'office': actor.office,
        'actor_id': actor.actor_id
    }) as source,
    list_transform(if(sided.is_directed, sided.addressed, []), lambda actor: {
        'code': actor.code,
        'sector': actor.sector,
        'actor_text': actor.words,
        'identifier_text': actor.name,
        'office': actor.office,
        'actor_id': actor.actor_id
    }) as recipient,
    [sided.plover] as event,
    if(sided.place is null and sided.country is null, null, {
        'name': sided.place,
        'country code': sided.country,
        'cc3': sided.alpha3
    }) as event_loc,
    [sided.evidence] as event_text,
    categories.quad_code,
    categories.event_scale::double as event_scale,
    case
        when sided.plover = 'CONSULT' and sided.attributes['format'] in ('call', 'video')
            then ['phone']
        when sided.plover = 'CONSULT' and (sided.attributes['format'] = 'visit' or sided.is_directed)
            then ['visit']
        when sided.plover = 'ACCUSE' and sided.attributes['speech_act'] in ('accuse', 'blame')
            then ['allege']
        when sided.plover = 'ACCUSE' then ['disapprove']
        when sided.plover = 'REJECT' and sided.kind = 'meeting' then ['meet']
        else []
    end as mode,
    case
        when sided.status in ('occurred', 'ongoing') then []
        when sided.status = 'planned' then ['future']
        when sided.status = 'denied' then ['negation']
        else ['hypothetical']
    end as context,
    {'start': sided.evidence_start, 'end': sided.evidence_end} as text_info,
    {
        'url': sided.url,
        'title': sided.title,
        'language': sided."language",
        'publication': sided.source,
        'coder': 'readout ' || sided.extractor_version,
        'codebook': 'PLOVER 0.8'
    } as cite_info,
    -- Fields of our own, which the manual allows.
    sided.kind,
    sided.status,
    sided.date_precision,
    sided.date_basis,
    strftime(sided.first_published_at, '%Y-%m-%d') as first_published,
    sided.n_mentions,
    sided.n_reports,
    sided.n_sources,
    sided.confidence
from sided
left join categories on categories.plover = sided.plover
order by sided.event_id
