-- stop: a mention tells of an event when its document counts, and else of none
select mention_id, event_id, document_id
from checked_mentions
left join store.told using (document_id)
left join checked_event_mentions as event_mentions using (mention_id)
where (told.document_id is null) <> (event_mentions.event_id is null);
