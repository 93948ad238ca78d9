-- Of these actors, those whom no document names.
select actor_id
from added_actors
where actor_id not in (select actor_id from store.arguments where actor_id is not null)
order by actor_id;
