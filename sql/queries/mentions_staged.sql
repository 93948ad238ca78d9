select count(*) from staged_mentions;
