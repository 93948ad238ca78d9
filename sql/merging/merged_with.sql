select rules from store.merged_with;
