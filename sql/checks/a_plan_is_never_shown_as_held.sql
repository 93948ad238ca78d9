-- stop: an event is shown as held only when one of its mentions says that it was
select event_id, shown.status, list(told.status) as told
from checked_events as events
join checked_mentions as shown on shown.mention_id = events.status_mention
join checked_event_mentions as event_mentions using (event_id)
join checked_mentions as told on told.mention_id = event_mentions.mention_id
group by event_id, shown.status
having shown.status not in told
    or (
        shown.status in ('planned', 'proposed', 'conditional')
        and len(list_intersect(told, ['occurred', 'ongoing', 'cancelled', 'postponed', 'denied'])) > 0
    )
union all
select event_id, merged_events.status, [told.status]
from checked_merged_events as merged_events
join checked_events as events using (event_id)
join checked_mentions as told on told.mention_id = events.status_mention
where merged_events.status <> told.status;
