-- The links among mentions that may change their event.
select links.mention_id, links.other_id, links.score, links.reasons
from store.links
join touched on touched.mention_id = links.mention_id;
