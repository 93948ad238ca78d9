-- Under which other names the listed actors among the changed ones are known, the longest first.
select actor_id, list(alias order by length(alias) desc, alias) as aliases
from store.known_actors, unnest(aliases) as spelled(alias)
where actor_id in (select actor_id from changed_actors)
group by actor_id;
