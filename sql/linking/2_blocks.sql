-- All under one key are compared with one another, but when they are many, only with some of
-- them, its landmarks: those with the least ids, which are hashes and so a fair sample. Who becomes
-- one with this load is compared with all under that key, and who no longer is one loses the links
-- that it had for that alone, so that the order of loads is no matter.
create or replace temp table landmarks_changed as
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
select *
from (
    select *, true as is_landmark from (from landmarks_after except from landmarks_before)
    union all
    select *, false from (from landmarks_before except from landmarks_after)
)
where mention_id not in (select mention_id from anew);

insert into store.mention_keys from keys_after;

-- The links that are judged anew or no longer sought, as they were.
create or replace temp table links_before as
select mention_id, other_id, score
from store.links
where mention_id in (select mention_id from anew) or other_id in (select mention_id from anew);

insert into links_before
with
former as (
    select distinct mention_id from landmarks_changed where not is_landmark
),
linked as materialized (
    select mention_id, other_id, score
    from store.links
    where (
            mention_id in (select mention_id from former)
            or other_id in (select mention_id from former)
        )
        and mention_id not in (select mention_id from anew)
        and other_id not in (select mention_id from anew)
),
blocks as (
    select
        mention_id, key,
        row_number() over (partition by key order by mention_id) <= getvariable('landmarks')
            as is_landmark
    from store.mention_keys
    where key in (
        select key from store.mention_keys where mention_id in (select mention_id from former)
    )
)
select linked.*
from linked
where not exists (
    select 1
    from blocks as one
    join blocks as other using (key)
    where one.mention_id = linked.mention_id and other.mention_id = linked.other_id
        and (one.is_landmark or other.is_landmark)
);

delete from store.links
where (mention_id, other_id) in (select (mention_id, other_id) from links_before);
