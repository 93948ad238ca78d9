-- Of the mentions that may change their event, those of documents that count.
select mention_id
from touched
join store.mentions using (mention_id)
join store.told using (document_id);
