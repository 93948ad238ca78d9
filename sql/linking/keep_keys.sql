insert into store.mention_keys select mention_id, key from found_keys;
