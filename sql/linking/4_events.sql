-- Which mention tells what of an event. What has happened, or has been called off, is better
-- informed than a plan, and a later report than an earlier one.
create or replace temp table events_before as
select event_id, mention_id
from store.event_mentions
where mention_id in (select mention_id from touched);

delete from store.events
where event_id in (
    select event_id
    from store.event_mentions
    where mention_id in (select mention_id from touched)
);
delete from store.event_mentions where mention_id in (select mention_id from touched);

insert into store.event_mentions
select
    event_id,
    found_events.mention_id,
    coalesce(best.score, 1.0),
    coalesce(best.reasons, ['first told'])
from found_events
left join store.links as best
    on best.mention_id = found_events.link_from and best.other_id = found_events.link_to;

insert into store.events
with
told as (
    select
        event_id,
        mentions.*,
        published_at,
        mentions.status not in ('planned', 'proposed', 'conditional') as is_settled
    from found_events
    join store.mentions using (mention_id)
    join store.documents using (document_id)
),
informed as (
    select
        *,
        first_value(status) over (
            partition by event_id
            order by is_settled desc, published_at desc nulls last, confidence desc, mention_id
        ) as event_status
    from told
)
select
    event_id,
    any_value(kind),
    first(mention_id order by
        is_settled desc, published_at desc nulls last, confidence desc, mention_id),
    first(mention_id order by confidence desc, published_at nulls last, mention_id)
        filter (status = event_status),
    first(mention_id order by
        date_end - date_start, confidence desc, published_at nulls last, mention_id)
        filter (date_start is not null),
    first(mention_id order by
        country is null, confidence desc, published_at nulls last, mention_id)
        filter (place is not null)
from informed
group by event_id;
