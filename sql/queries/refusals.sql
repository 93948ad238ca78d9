select stage, reason, count(*) as inputs
from store.inputs
where run_id = $1 and state = 'rejected'
group by stage, reason
order by inputs desc, stage, reason;
