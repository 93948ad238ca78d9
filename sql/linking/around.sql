-- The mentions in events next to some whose events are made anew: they have a link to one of
-- these, or are in one event with who has.
with
reached as (
    select other_id as mention_id
    from store.links
    where mention_id in (select mention_id from opened)
    union
    select mention_id
    from store.links
    where other_id in (select mention_id from opened)
),
next as (
    select distinct event_id
    from store.event_mentions
    where mention_id in (select mention_id from reached)
        and mention_id not in (select mention_id from touched)
)
select event_id, mention_id
from store.event_mentions
where event_id in (select event_id from next);
