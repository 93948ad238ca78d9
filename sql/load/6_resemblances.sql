-- Pairs of documents of which at least one is new and whose signatures agree in enough places.
-- Equal texts are left to the hash of their content, revisions of one article are no repetition.
insert into store.resemblances
with
candidates as (
    select distinct
        least(new.document_id, other.document_id) as document_id,
        greatest(new.document_id, other.document_id) as other_id
    from loading
    join store.bands as new using (document_id)
    join store.bands as other on other.band = new.band and other.document_id <> new.document_id
),
compared as (
    select
        candidates.*,
        list_sum(
            list_transform(
                list_zip(one.signature, other.signature), lambda pair: (pair[1] = pair[2])::int
            )
        ) / len(one.signature) as similarity
    from candidates
    join store.documents as one using (document_id)
    join store.documents as other on other.document_id = candidates.other_id
    where one.content_hash <> other.content_hash
        and one.address <> other.address
        and len(one.signature) = len(other.signature)
)
select document_id, other_id, similarity
from compared
where similarity >= getvariable('near');
