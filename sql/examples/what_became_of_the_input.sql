-- What became of the input of the last runs?
select started_at, state, n_inputs, n_loaded, n_nothing_found, n_unchanged, n_duplicate, n_rejected
from runs
order by started_at desc
limit 20;
