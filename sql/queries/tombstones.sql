select kind, fingerprint, is_erased from store.tombstones order by kind, fingerprint;
