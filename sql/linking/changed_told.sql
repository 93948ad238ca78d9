-- The mentions that this load has changed, and that are still there.
select mention_id
from changed_mentions
join store.mentions using (mention_id);
