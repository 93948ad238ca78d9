select rules from store.linked_with;
