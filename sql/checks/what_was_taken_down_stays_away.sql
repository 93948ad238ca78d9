-- stop: nothing that was taken down is there, under its address or as the same text elsewhere
select document_id, address
from store.documents
where store.is_forgotten(address) or store.is_forgotten(url)
    or ('content', content_hash) in (select (kind, fingerprint) from store.tombstones)
union all
select article_id, address
from store.articles
where store.is_forgotten(address) or store.is_forgotten(url)
union all
select reject_id, address
from store.rejects
where store.is_forgotten(address) or store.is_forgotten(url);
