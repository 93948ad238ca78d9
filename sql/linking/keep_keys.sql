insert into keys_after select mention_id, key from found_keys;
