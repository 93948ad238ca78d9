-- How many mentions there are.
select count(*) from store.mentions;
