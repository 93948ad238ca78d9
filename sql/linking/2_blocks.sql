-- All under one key are compared with one another, but when they are many, only with some of
-- them, its landmarks: those with the least ids, which are hashes and so a fair sample. Who becomes
-- one with this load is compared with all under that key, and who no longer is one loses the links
-- that it had for that alone, so that the order of loads is no matter.
create or replace temp table blocks_touched as
with touched_keys as (
    select key from keys_before
    union
    select key from keys_after
)
select
    mention_id,
    key,
    row_number() over (partition by key order by mention_id) <= getvariable('landmarks')
        as is_landmark
from (
    select mention_id, key from store.mention_keys where key in (select key from touched_keys)
    union all
    from keys_after
);

create or replace temp table landmarks_changed as
with
landmarks_before as (
    select mention_id, key
    from (
        select mention_id, key
        from blocks_touched
        where mention_id not in (select mention_id from anew)
        union all
        from keys_before
    )
    qualify row_number() over (partition by key order by mention_id) <= getvariable('landmarks')
),
landmarks_after as (
    select mention_id, key from blocks_touched where is_landmark
)
select *
from (
    select *, true as is_landmark from (from landmarks_after except from landmarks_before)
    union all
    select *, false from (from landmarks_before except from landmarks_after)
)
where mention_id not in (select mention_id from anew);

insert into store.mention_keys from keys_after;

-- The links of what is linked anew, as they were before.
create or replace temp table links_before as
select mention_id, other_id, score
from store.links
where mention_id in (select mention_id from anew) or other_id in (select mention_id from anew);

-- Those of who was a landmark, but for those that another landmark stands for.
create or replace temp table links_doubtful as
with
former as (
    select mention_id, key from landmarks_changed where not is_landmark
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
    select blocks_touched.*, former.key is not null as was_landmark
    from blocks_touched
    left join former using (mention_id, key)
    where mention_id in (select mention_id from linked union select other_id from linked)
)
select linked.mention_id, linked.other_id, any_value(linked.score) as score
from linked
join blocks as one on one.mention_id = linked.mention_id
join blocks as other on other.mention_id = linked.other_id and other.key = one.key
group by linked.mention_id, linked.other_id
having bool_or(one.was_landmark or other.was_landmark)
    and not bool_or(one.is_landmark or other.is_landmark);

-- Of these, those that no key stands for that this load has left alone.
insert into links_before
with
keys_of as materialized (
    select mention_id, key
    from store.mention_keys
    where mention_id in (
            select mention_id from links_doubtful union select other_id from links_doubtful
        )
),
shared as materialized (
    select links_doubtful.mention_id, links_doubtful.other_id, one.key
    from links_doubtful
    join keys_of as one on one.mention_id = links_doubtful.mention_id
    join keys_of as other on other.mention_id = links_doubtful.other_id and other.key = one.key
),
landmarks as (
    select mention_id, key
    from store.mention_keys
    where key in (select key from shared)
    qualify row_number() over (partition by key order by mention_id) <= getvariable('landmarks')
),
sought as (
    select mention_id, other_id
    from shared
    where (mention_id, key) in (from landmarks) or (other_id, key) in (from landmarks)
)
select *
from links_doubtful
where (mention_id, other_id) not in (from sought);

delete from store.links
where (mention_id, other_id) in (select (mention_id, other_id) from links_before);
