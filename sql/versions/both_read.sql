-- How many documents that count both versions have read.
select count(*) as documents
from (
    select document_id
    from store.readings
    where extractor_version in ($1, $2) and document_id in (select document_id from store.told)
    group by document_id
    having count(distinct extractor_version) = 2
);
