select rejects.address, rejects.stage, rejects.reason, rejects.error
from rejects
join store.inputs using (source, address, stage, reason)
where inputs.run_id = $1
order by rejects.address;
