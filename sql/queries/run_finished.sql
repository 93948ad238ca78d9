update store.runs set state = $2, finished_at = $3, message = $4 where run_id = $1;
