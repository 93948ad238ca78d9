-- Which two actors met most often in each of the last twelve months?
-- A meeting that no words date counts in the month of its first report.
with
months as (
    select
        date_trunc('month', coalesce(date_start, first_published_at))::date as month,
        participants
    from meetings
    where status in ('occurred', 'ongoing') and len(participants) > 1
),
recent as (
    select month, list_sort(participants) as participants
    from months
    where month > (select max(month) from months) - interval 12 months
),
ones as (
    select
        month,
        participants,
        unnest(participants) as one,
        generate_subscripts(participants, 1) as place
    from recent
),
pairs as (select month, one, unnest(participants[place + 1:]) as other from ones)
select month, one, other, count(*) as meetings
from pairs
group by month, one, other
qualify row_number() over (partition by month order by count(*) desc, one, other) <= 5
order by month desc, meetings desc, one, other;
