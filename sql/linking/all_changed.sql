-- The rules are others than those by which the warehouse was linked.
insert into changed_mentions select mention_id from store.mentions;
delete from store.linked_with;
insert into store.linked_with values (getvariable('linking_rules'));
