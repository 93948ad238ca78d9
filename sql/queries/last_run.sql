select max(started_at) from store.runs;
