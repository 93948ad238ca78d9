-- Mentions whose events are made anew: those judged anew, and all that were in one event with them.
create or replace temp table touched as
select mention_id from judged_anew
union
select others.mention_id
from (
    select distinct event_id
    from store.event_mentions
    where mention_id in (select mention_id from judged_anew)
) as events
join store.event_mentions as others using (event_id);
