-- Keys are numbers that begin with a week: the keys of one batch of news lie close together, and
-- most of the table need not be looked at for them.
drop table store.mention_keys;
create table store.mention_keys (mention_id varchar not null, key bigint not null);

-- The rules by which the mentions were linked; without a row, or with others, all are linked anew.
create table store.linked_with (rules varchar not null);
