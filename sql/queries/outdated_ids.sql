-- The documents in a range that this extractor has not read, in the order in which they are staged.
select documents.document_id
from store.documents
left join store.extractions using (document_id)
where
    extractions.extractor_version is distinct from $1
    and ($2::varchar is null or documents.source = $2)
    and ($3::timestamp is null or documents.published_at >= $3)
    and ($4::timestamp is null or documents.published_at < $4)
order by documents.cleaning_version, documents.document_id;
