-- Mentions whose events are made anew: those linked anew, those that have other links than before,
-- and all that were in one event with either. A link between two events was not followed, so
-- nothing hangs on it when it is gone.
create or replace temp table touched as
with
linked_otherwise as (
    select mention_id from anew
    union
    select mention_id from landmarks_changed where is_landmark
    union
    select links_before.mention_id
    from links_before
    join store.event_mentions as one on one.mention_id = links_before.mention_id
    join store.event_mentions as other on other.mention_id = links_before.other_id
    where one.event_id = other.event_id
)
select mention_id from linked_otherwise
union
select others.mention_id
from (
    select distinct event_id
    from store.event_mentions
    where mention_id in (select mention_id from linked_otherwise)
) as events
join store.event_mentions as others using (event_id);
