-- stop: no event brings together mentions with different dates, countries or kinds
select
    event_id,
    max(date_start) as last_start,
    min(date_end) as first_end,
    list(distinct country) as countries
from checked_event_mentions
join checked_mentions using (mention_id)
group by event_id
having last_start >= first_end
    or count(distinct country) > 1
    or count(distinct kind) > 1;
