-- One row a run of the pipeline, with the number of its inputs that ended in each state
select
    runs.run_id,
    runs.started_at,
    runs.finished_at,
    runs.state,
    runs.message,
    count(inputs.state) as n_inputs,
    count(*) filter (inputs.state = 'loaded') as n_loaded,
    count(*) filter (inputs.state = 'nothing_found') as n_nothing_found,
    count(*) filter (inputs.state = 'unchanged') as n_unchanged,
    count(*) filter (inputs.state = 'duplicate') as n_duplicate,
    count(*) filter (inputs.state = 'rejected') as n_rejected,
    runs.versions
from store.runs
left join store.inputs on inputs.run_id = runs.run_id
group by all
