-- One row a source and day: how much it brought, and how much of that nobody had told before
--
-- For example:
--     select source, sum(n_documents) as documents, sum(n_copies) as copies, sum(n_first) as first
--     from source_volume
--     group by source
--     order by documents desc;
with
documents as (
    select
        documents.source,
        coalesce(documents.published_at, documents.fetched_at)::date as day,
        count(*) as n_documents,
        count(duplicates.document_id) as n_copies,
        coalesce(sum(counted.n_mentions), 0)::bigint as n_mentions
    from store.documents
    join store.revisions on revisions.document_id = documents.document_id and is_current
    left join store.duplicates on duplicates.document_id = documents.document_id
    left join (
        select document_id, count(*) as n_mentions
        from store.mentions
        join store.event_mentions using (mention_id)
        group by document_id
    ) as counted on counted.document_id = documents.document_id
    group by all
),
firsts as (
    select first_source as source, first_published_at::date as day, count(*) as n_first
    from store.merged_events
    group by all
)
select
    documents.source, -- Name of the source
    documents.day, -- Day of publication, UTC; of the fetch, where that is unknown
    documents.n_documents, -- Current documents of that day
    documents.n_copies, -- How many of them repeat an earlier one, in whole or nearly
    documents.n_mentions, -- Event mentions in them; none in exact copies
    coalesce(firsts.n_first, 0) as n_first -- Events of which this source told first, on this day
from documents
left join firsts on firsts.source = documents.source and firsts.day = documents.day
