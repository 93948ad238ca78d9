-- What is nearly the same text elsewhere, and stays.
select distinct document_id, address, similarity
from (
    select other_id as document_id, similarity
    from store.resemblances
    where document_id in (select document_id from replaced)
    union all
    select document_id, similarity
    from store.resemblances
    where other_id in (select document_id from replaced)
)
join store.documents using (document_id)
where document_id not in (select document_id from replaced)
order by similarity desc, document_id;
