-- One row a run of the pipeline, with the number of its inputs that ended in each state
--
-- A run takes in inputs, and each ends in exactly one state: the numbers add up.
--
-- For example:
--     select started_at, state, n_inputs, n_loaded, n_rejected
--     from runs
--     order by started_at desc
--     limit 10;
select
    runs.run_id, -- Id of the run
    runs.started_at, -- When it started, UTC
    runs.finished_at, -- When it ended, UTC; null when it was interrupted
    runs.state, -- `running`, `completed`, `failed` or `interrupted`
    runs.message, -- How it ended, in a sentence
    count(inputs.state) as n_inputs, -- All its inputs
    count(*) filter (inputs.state = 'loaded') as n_loaded, -- Documents in which events were found
    count(*) filter (inputs.state = 'nothing_found') as n_nothing_found, -- Documents in which none
                                                                         -- were
    count(*) filter (inputs.state = 'unchanged') as n_unchanged, -- Already in the warehouse as they
                                                                 -- are
    count(*) filter (inputs.state = 'duplicate') as n_duplicate, -- The same text, or nearly, as an
                                                                 -- earlier document
    count(*) filter (inputs.state = 'rejected') as n_rejected, -- Turned away; see `rejects`
    runs.versions -- Versions of the steps
from store.runs
left join store.inputs on inputs.run_id = runs.run_id
group by all
