-- How documents name the actors whose mentions have changed.
select distinct arguments.actor_id, arguments.name, arguments."text" as words
from store.arguments
join store.told using (document_id)
where arguments.actor_id in (select actor_id from changed_actors)
    and arguments.name is not null
order by all;
