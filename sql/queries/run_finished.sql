-- A clock that was set back meanwhile must not let it end before it began.
update store.runs
set state = $2, finished_at = greatest(started_at, $3), message = $4
where run_id = $1;
