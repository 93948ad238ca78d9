select state from store.runs where run_id = $1;
