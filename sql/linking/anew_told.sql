-- The mentions to link: of documents that count.
select mention_id
from anew
join store.mentions using (mention_id)
join store.told using (document_id);
