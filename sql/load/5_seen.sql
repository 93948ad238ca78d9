-- When each document was seen at its address, before this load and in it.
create or replace temp table seen_now as
select address, document_id, fetched_at as "at"
from staged_documents
where document_id in (select document_id from loading)
union all
select loading.address, loading.document_id, staged_articles.fetched_at
from staged_articles
join arrivals using (article_id)
join loading on loading.document_id = arrivals.document_id
union all
select documents.address, documents.document_id, staged_unchanged."at"
from staged_unchanged
join store.articles using (article_id)
join store.documents on documents.document_id = articles.document_id;

create or replace temp table sightings as
select address, document_id, first_seen, last_seen from store.revisions
union all
select address, document_id, "at", "at" from seen_now;

-- Addresses at which something may have changed.
create or replace temp table visited as
select address from seen_now
union
select address from store.revisions where document_id in (select document_id from replaced);

create or replace temp table current_before as
select address, document_id
from store.revisions
where is_current and address in (select address from visited);
