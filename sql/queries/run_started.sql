insert into store.runs (run_id, started_at, state, versions) values ($1, $2, 'running', $3);
