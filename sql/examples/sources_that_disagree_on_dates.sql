-- How often do two sources that tell of one event give it dates that cannot both be right?
with told as (
    select
        mentions.event_id,
        documents.source,
        min(mentions.date_start) as date_start,
        max(mentions.date_end) as date_end
    from mentions
    join documents on documents.document_id = mentions.document_id
    where mentions.date_start is not null
        and mentions.kind <> 'statement'
        and mentions.status in ('occurred', 'ongoing')
    group by mentions.event_id, documents.source
)
select
    one.source as one,
    other.source as other,
    count(*) as events,
    count(*) filter (one.date_start >= other.date_end or other.date_start >= one.date_end)
        as disagreements
from told as one
join told as other on other.event_id = one.event_id and one.source < other.source
group by one.source, other.source
order by disagreements desc, events desc, one, other
limit 100;
