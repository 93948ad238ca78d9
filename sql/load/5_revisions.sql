-- The revisions at each visited address, by what was seen there.
delete from store.revisions where address in (select address from visited);

insert into store.revisions
with seen as (
    select address, document_id, min(first_seen) as first_seen, max(last_seen) as last_seen
    from sightings
    where address in (select address from visited)
    group by address, document_id
)
select
    seen.*,
    row_number() over (
        partition by seen.address
        order by
            last_seen desc nulls last, documents.published_at desc nulls last, document_id
    ) = 1
from seen
join store.documents using (document_id);
