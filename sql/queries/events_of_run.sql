-- The events that a run's documents tell of, each with the surest words for it and their document.
with
told as (
    select distinct on (mentions.event_id) mentions.*
    from store.inputs
    join mentions using (document_id)
    where inputs.run_id = $1 and inputs.state = 'loaded'
    order by mentions.event_id, mentions.confidence desc, mentions.mention_id
)
select
    told.kind,
    told.status,
    told.date_start,
    told.date_precision,
    concat_ws(', ', told.place, told.country) as place,
    told.evidence,
    documents.source,
    documents.url,
    told.event_id,
    count(*) over () as events
from told
join documents using (document_id)
order by told.kind, told.confidence desc, told.event_id
limit $2;
