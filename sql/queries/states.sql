select state, count(*) from store.inputs where run_id = $1 group by state;
