-- The names and the offices that documents give the changed actors, and when.
delete from store.actor_names where actor_id in (select actor_id from changed_actors);
insert into store.actor_names by name
select
    actor_id,
    called as name,
    min(published_at) as first_seen,
    max(published_at) as last_seen,
    count(distinct mention_id) as n_mentions,
    arg_min(mention_id, (coalesce(published_at, 'infinity'), mention_id)) as example_mention
from words_said
where called is not null
group by actor_id, called;

delete from store.actor_offices where actor_id in (select actor_id from changed_actors);
insert into store.actor_offices by name
select
    actor_id,
    office,
    country,
    min(published_at) as first_seen,
    max(published_at) as last_seen,
    count(distinct mention_id) as n_mentions,
    arg_min(mention_id, (coalesce(published_at, 'infinity'), mention_id)) as example_mention
from words_said
where office is not null
group by actor_id, office, country;
