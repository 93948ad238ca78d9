-- stop: the inputs of a run are as many as those that ended in each state, source by source
select run_id, source, n_inputs
from balance_v1
where n_inputs <> n_loaded + n_nothing_found + n_unchanged + n_duplicate + n_rejected
union all
select runs_v1.run_id, 'all sources', any_value(runs_v1.n_inputs)
from runs_v1
left join balance_v1 using (run_id)
group by runs_v1.run_id
having any_value(runs_v1.n_inputs) <> coalesce(sum(balance_v1.n_inputs), 0);
