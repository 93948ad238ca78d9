-- Of the mentions whose events are made anew, those of documents that count; with the event that
-- each was in, unless it says something else since.
select mention_id, if(mention_id in (select mention_id from anew), null, event_id)
from touched
join store.mentions using (mention_id)
join store.told using (document_id)
left join store.event_mentions using (mention_id);
