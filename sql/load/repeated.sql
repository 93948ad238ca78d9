-- Every way in which one current document repeats another, the earlier of the two second.
with
current_documents as (
    select
        documents.document_id,
        documents.content_hash,
        row_number() over (
            order by
                documents.published_at nulls last, documents.fetched_at nulls last, document_id
        ) as place
    from store.documents
    join store.revisions using (document_id)
    where revisions.is_current
),
exact as (
    select
        document_id,
        place,
        first_value(document_id) over same as first_id,
        first_value(place) over same as first_place
    from current_documents
    where content_hash <> ''
    window same as (partition by content_hash order by place)
)
select place, document_id, first_place, first_id, 'exact' as kind, 1.0 as similarity
from exact
where document_id <> first_id
union all
select
    greatest(one.place, other.place),
    if(one.place > other.place, one.document_id, other.document_id),
    least(one.place, other.place),
    if(one.place > other.place, other.document_id, one.document_id),
    'near',
    similarity
from store.resemblances
join current_documents as one on one.document_id = resemblances.document_id
join current_documents as other on other.document_id = resemblances.other_id
order by place, first_place, kind;
