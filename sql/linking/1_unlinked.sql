-- The mentions that this load has changed, with those that are gone, lose their keys.
create or replace temp table anew as select distinct mention_id from changed_mentions;

create or replace temp table keys_before as
select mention_id, key from store.mention_keys where mention_id in (select mention_id from anew);

create or replace temp table keys_after (mention_id varchar, key bigint);

delete from store.mention_keys where mention_id in (select mention_id from anew);
