-- stop: every event is told by a mention, and is shown with as many as tell of it
select events.event_id, count(event_mentions.mention_id) as told_by, any_value(shown.n_mentions) as shown
from checked_events as events
full join checked_event_mentions as event_mentions on event_mentions.event_id = events.event_id
full join checked_merged_events as shown
    on shown.event_id = coalesce(events.event_id, event_mentions.event_id)
group by events.event_id, event_mentions.event_id, shown.event_id
having events.event_id is null or told_by = 0 or told_by is distinct from shown;
