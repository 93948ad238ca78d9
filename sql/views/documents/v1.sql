-- One row a current document: the latest text at its address, exact and near copies included
select
    documents.document_id,
    documents.source,
    documents.url,
    documents.address,
    documents.title,
    documents.published_at,
    documents.fetched_at,
    documents."language",
    documents."text",
    duplicates.duplicate_of,
    duplicates.kind as duplicate_kind,
    revisions.first_seen,
    revisions.last_seen,
    coalesce(counted.n_mentions, 0) as n_mentions
from store.documents
join store.revisions on revisions.document_id = documents.document_id and revisions.is_current
left join store.duplicates on duplicates.document_id = documents.document_id
left join (
    select document_id, count(*) as n_mentions
    from store.mentions
    join store.event_mentions using (mention_id)
    group by document_id
) as counted on counted.document_id = documents.document_id
