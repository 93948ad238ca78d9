-- Of the mentions whose events are made anew, those of documents that count.
select mention_id
from touched
join store.mentions using (mention_id)
join store.told using (document_id);
