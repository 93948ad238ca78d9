-- How documents name the actors whose mentions have changed.
select distinct
    arguments.actor_id,
    arguments.name,
    substring(documents."text", start_char + 1, end_char - start_char) as words
from store.arguments
join changed_actors using (actor_id)
join store.documents using (document_id)
join store.told using (document_id)
where arguments.name is not null
order by all;
