-- Which sources report first what others report later, and how many hours ahead?
with
reported as (
    select mentions.event_id, documents.source, min(documents.published_at) as published_at
    from mentions
    join documents on documents.document_id = mentions.document_id
    where documents.duplicate_of is null
        and documents.published_at is not null
        and mentions.kind <> 'statement'
    group by mentions.event_id, documents.source
),
ranked as (
    select
        source,
        published_at,
        row_number() over told_in_order as place,
        lead(published_at) over told_in_order as next_at
    from reported
    window told_in_order as (partition by event_id order by published_at, source)
)
select
    source,
    count(*) as first_reports,
    median(date_diff('minute', published_at, next_at)) / 60 as hours_ahead
from ranked
where place = 1 and next_at > published_at
group by source
order by first_reports desc, source;
