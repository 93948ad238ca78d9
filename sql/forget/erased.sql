update anew.store.tombstones set is_erased = true where not is_erased;
