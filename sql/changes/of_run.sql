-- How many events one run has changed, and how.
select what, count(*) as events
from store.changes
where run_id = $1 and subject = 'event'
group by what
order by what;
