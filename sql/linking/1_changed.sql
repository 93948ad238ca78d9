-- Forgets how the mentions that this load changes were linked, but not to which.
create or replace temp table linked_before as
select if(mention_id in (select mention_id from changed_mentions), other_id, mention_id) as mention_id
from store.links
where mention_id in (select mention_id from changed_mentions)
    or other_id in (select mention_id from changed_mentions);

delete from store.mention_keys where mention_id in (select mention_id from changed_mentions);
delete from store.links
where mention_id in (select mention_id from changed_mentions)
    or other_id in (select mention_id from changed_mentions);
