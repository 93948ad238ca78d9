-- Mentions that may change their event: the new ones, those that were in an event with one that
-- is gone, and all that hang together with these.
create or replace temp table touched as
with recursive reached as (
    select mention_id from changed_mentions
    union
    select mention_id from linked_before
    union
    select others.mention_id
    from changed_mentions
    join store.event_mentions as changed using (mention_id)
    join store.event_mentions as others using (event_id)
    union
    select if(links.mention_id = reached.mention_id, links.other_id, links.mention_id)
    from reached
    join store.links
        on links.mention_id = reached.mention_id or links.other_id = reached.mention_id
)
select mention_id from reached;

delete from store.events
where event_id in (
    select event_id from store.event_mentions join touched using (mention_id)
);
delete from store.event_mentions where mention_id in (select mention_id from touched);
