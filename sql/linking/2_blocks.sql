-- All under one key are compared with one another, but when they are many, only with some of
-- them, its landmarks: those with the least ids, which are hashes and so a fair sample. Whose part
-- in that changes with this load is compared again with all, so that the order of loads is no
-- matter.
create or replace temp table judged_anew as
with
touched_keys as (
    select key from keys_before
    union
    select key from keys_after
),
kept as materialized (
    select mention_id, key from store.mention_keys where key in (select key from touched_keys)
),
landmarks_before as (
    select mention_id, key
    from (from kept union all from keys_before)
    qualify row_number() over (partition by key order by mention_id) <= getvariable('landmarks')
),
landmarks_after as (
    select mention_id, key
    from (from kept union all from keys_after)
    qualify row_number() over (partition by key order by mention_id) <= getvariable('landmarks')
)
select mention_id from anew
union
select mention_id from (from landmarks_before except from landmarks_after)
union
select mention_id from (from landmarks_after except from landmarks_before);

insert into store.mention_keys from keys_after;

delete from store.links
where mention_id in (select mention_id from judged_anew)
    or other_id in (select mention_id from judged_anew);
