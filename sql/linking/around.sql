-- The links of some mentions whose events are made anew, and the events next to these: all that
-- have a link to one of them, with all their mentions.
create or replace temp table links_opened as
select mention_id, other_id, score
from store.links
where mention_id in (select mention_id from opened)
union all
select mention_id, other_id, score
from store.links
where other_id in (select mention_id from opened)
    and mention_id not in (select mention_id from opened);

with next as (
    select distinct event_id
    from store.event_mentions
    where mention_id in (
            select mention_id from links_opened union select other_id from links_opened
        )
        and mention_id not in (select mention_id from touched)
)
select event_id, mention_id
from store.event_mentions
where event_id in (select event_id from next);
