-- Those links, and those within the events that are looked at for the first time.
select mention_id, other_id, score from links_opened
union all
select links.mention_id, links.other_id, links.score
from store.links
join fresh as one on one.mention_id = links.mention_id
join fresh as other on other.mention_id = links.other_id and other.event_id = one.event_id;
