select folder, part from store.loaded_parts order by folder, part;
