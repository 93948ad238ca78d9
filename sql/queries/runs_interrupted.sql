update store.runs set state = 'interrupted' where state = 'running';
