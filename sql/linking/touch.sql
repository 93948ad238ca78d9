insert into touched select mention_id from wanted;
