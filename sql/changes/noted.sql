-- What readers see otherwise than before. Events are followed by the mentions that they have in
-- common: one that has nothing in common with an earlier one is new, one that has with several is
-- merged from them, and one that shares an earlier one with others was split from it.
create or replace temp table events_after as
select event_id, mention_id
from store.event_mentions
where mention_id in (select mention_id from touched);

create or replace temp table said_otherwise as
select mention_id
from mentions_before
join digests using (mention_id)
where digests.digest <> mentions_before.digest;

insert into store.changes by name
with
compositions as (
    select event_id, list_sort(list(mention_id)) as mention_ids from events_before group by event_id
),
compositions_after as (
    select event_id, list_sort(list(mention_id)) as mention_ids from events_after group by event_id
),
pairs as (
    select distinct old.event_id as old_id, new.event_id as new_id
    from events_before as old
    join events_after as new using (mention_id)
),
weighed as (
    select
        old_id, new_id,
        count(*) over (partition by new_id) as origins,
        count(*) over (partition by old_id) as outcomes
    from pairs
),
events as (
    select 'added' as what, event_id, []::varchar[] as previous_event_ids
    from compositions_after
    where event_id not in (select new_id from pairs)
    union all
    select 'withdrawn', event_id, []
    from compositions
    where event_id not in (select old_id from pairs)
    union all
    select 'merged', new_id, list_sort(list(old_id))
    from weighed
    where origins > 1
    group by new_id
    union all
    select 'split', new_id, list_sort(list(old_id))
    from weighed
    where outcomes > 1
    group by new_id
    union all
    select 'revised', new_id, if(old_id = new_id, [], [old_id])
    from weighed
    join compositions as old on old.event_id = old_id
    join compositions_after as new on new.event_id = new_id
    where origins = 1 and outcomes = 1
        and (
            old_id <> new_id
            or old.mention_ids <> new.mention_ids
            or new_id in (
                select event_id from events_after join said_otherwise using (mention_id)
            )
        )
),
mentions as (
    select
        case
            when old.event_id is null then 'added'
            when new.event_id is null then 'withdrawn'
            else 'revised'
        end as what,
        coalesce(new.event_id, old.event_id) as event_id,
        mention_id,
        coalesce(kept.document_id, mentions_before.document_id) as document_id
    from events_before as old
    full join events_after as new using (mention_id)
    left join store.mentions as kept using (mention_id)
    left join mentions_before using (mention_id)
    where old.event_id is null or new.event_id is null
        or mention_id in (select mention_id from said_otherwise)
),
documents as (
    select
        case
            when old.document_id is null then 'added'
            when new.document_id is null then 'withdrawn'
            else 'revised'
        end as what,
        coalesce(new.document_id, old.document_id) as document_id
    from current_before as old
    full join (
        select address, document_id
        from store.revisions
        where is_current and address in (select address from visited)
    ) as new using (address)
    where old.document_id is distinct from new.document_id
)
select
    getvariable('run_id') as run_id,
    getvariable('now') as "at",
    *
from (
    select 'event' as subject, what, event_id, null as document_id, null as mention_id,
        previous_event_ids
    from events
    union all
    select 'mention', what, event_id, document_id, mention_id, [] from mentions
    union all
    select 'document', what, null, document_id, null, [] from documents
);
