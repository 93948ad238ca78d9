-- The links among some mentions.
select mention_id, other_id, score
from store.links
where mention_id in (select mention_id from wanted)
    and other_id in (select mention_id from wanted);
