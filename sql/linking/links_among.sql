-- The links among the mentions known, of which at least one is fresh.
select mention_id, other_id, score
from store.links
where mention_id in (select mention_id from fresh)
    and other_id in (select mention_id from known)
union all
select mention_id, other_id, score
from store.links
where other_id in (select mention_id from fresh)
    and mention_id in (select mention_id from known)
    and mention_id not in (select mention_id from fresh);
