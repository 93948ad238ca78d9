-- The links of the mentions opened to those known, and those within the events of the fresh ones.
select mention_id, other_id, score
from store.links
where mention_id in (select mention_id from opened)
    and other_id in (select mention_id from known)
union all
select mention_id, other_id, score
from store.links
where other_id in (select mention_id from opened)
    and mention_id in (select mention_id from known)
    and mention_id not in (select mention_id from opened)
union all
select links.mention_id, links.other_id, links.score
from store.links
join store.event_mentions as one on one.mention_id = links.mention_id
join store.event_mentions as other on other.mention_id = links.other_id
where one.event_id = other.event_id
    and links.mention_id in (select mention_id from fresh)
    and links.mention_id not in (select mention_id from opened)
    and links.other_id not in (select mention_id from opened);
