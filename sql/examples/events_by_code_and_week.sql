-- How many events of each PLOVER type in each week?
select
    date_trunc('week', coalesce(date_start, first_published_at)) as week,
    coalesce(plover, 'no code') as plover,
    count(*) as events
from events
group by all
order by week desc nulls last, events desc;
