-- How many events of each PLOVER type in each week?
-- An event that no words date counts in the week of its first report.
select
    date_trunc('week', coalesce(date_start, first_published_at))::date as week,
    coalesce(plover, 'no code') as plover,
    count(*) as events
from events
where status in ('occurred', 'ongoing')
group by all
order by week desc nulls last, events desc, plover;
