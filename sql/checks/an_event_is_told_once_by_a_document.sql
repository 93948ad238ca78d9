-- warn: events of which one document is said to tell more than twenty times
select event_id, document_id, count(*) as times
from checked_event_mentions
join checked_mentions using (mention_id)
group by event_id, document_id
having times > 20;
