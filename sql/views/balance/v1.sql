-- One row a run and source: in which states the inputs from there ended, all of them
--
-- `n_inputs` is the sum of the five others: what comes in is loaded, has nothing in it, is known
-- already, repeats another, or is rejected, and nothing is lost.
--
-- For example:
--     select source, n_inputs, n_loaded, n_duplicate, n_rejected
--     from balance
--     where run_id = (select run_id from runs order by started_at desc limit 1)
--     order by n_inputs desc;
select
    inputs.run_id, -- Id of the run
    runs.started_at, -- When it started, UTC
    inputs.source, -- Name of the source
    count(*) as n_inputs, -- All inputs from there
    count(*) filter (inputs.state = 'loaded') as n_loaded, -- Documents in which events were found
    count(*) filter (inputs.state = 'nothing_found') as n_nothing_found, -- Documents in which none
                                                                         -- were
    count(*) filter (inputs.state = 'unchanged') as n_unchanged, -- Already in the warehouse as they
                                                                 -- are
    count(*) filter (inputs.state = 'duplicate') as n_duplicate, -- The same text, or nearly, as an
                                                                 -- earlier document
    count(*) filter (inputs.state = 'rejected') as n_rejected -- Turned away; see `rejects`
from store.inputs
join store.runs on runs.run_id = inputs.run_id
group by inputs.run_id, runs.started_at, inputs.source
