-- stop: an event is shown as held only when one of its mentions says that it was
select event_id, shown.status, list(told.status) as told
from store.events
join store.mentions as shown on shown.mention_id = events.status_mention
join store.event_mentions using (event_id)
join store.mentions as told on told.mention_id = event_mentions.mention_id
group by event_id, shown.status
having shown.status not in told
    or (
        shown.status in ('planned', 'proposed', 'conditional')
        and len(list_intersect(told, ['occurred', 'ongoing', 'cancelled', 'postponed', 'denied'])) > 0
    )
union all
select event_id, merged_events.status, [told.status]
from store.merged_events
join store.events using (event_id)
join store.mentions as told on told.mention_id = events.status_mention
where merged_events.status <> told.status;
