-- Which two actors met most often in each month?
-- A meeting that no words date counts in the month of its first report.
with pairs as (
    select
        date_trunc('month', coalesce(date_start, first_published_at))::date as month,
        one.name as one,
        other.name as other,
        event_id
    from meetings,
        unnest(participants) as one(name),
        unnest(participants) as other(name)
    where one.name < other.name and status in ('occurred', 'ongoing')
)
select month, one, other, count(*) as meetings
from pairs
group by month, one, other
order by month desc nulls last, meetings desc, one, other
limit 100;
