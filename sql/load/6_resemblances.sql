-- Pairs of documents of which at least one is new and that share a band of their signatures.
create or replace temp table alike as
select distinct
    least(new.document_id, other.document_id) as document_id,
    greatest(new.document_id, other.document_id) as other_id
from loading
join store.bands as new using (document_id)
join store.bands as other on other.band = new.band and other.document_id <> new.document_id;

-- Those whose signatures agree in enough places. Equal texts are left to the hash of their
-- content, and revisions of one article are no repetition.
insert into store.resemblances
with
signed as materialized (
    select document_id, address, content_hash, signature
    from store.documents
    where document_id in (select document_id from alike union select other_id from alike)
),
compared as materialized (
    select
        alike.document_id,
        alike.other_id,
        one.content_hash <> other.content_hash and one.address <> other.address as may_repeat,
        one.signature,
        other.signature as other_signature
    from alike
    join signed as one on one.document_id = alike.document_id
    join signed as other on other.document_id = alike.other_id
)
select
    document_id,
    other_id,
    list_sum(
        list_transform(
            list_zip(signature, other_signature), lambda pair: (pair[1] = pair[2])::int
        )
    ) / len(signature) as similarity
from compared
where may_repeat and len(signature) = len(other_signature)
    and similarity >= getvariable('near');
