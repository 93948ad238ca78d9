-- Arguments that now stand for another actor, or for the same one under another name.
create or replace temp table renamed as
with meant as (
    select
        arguments.mention_id, arguments.position, arguments.document_id,
        arguments.actor_id as old_actor_id, arguments.name as old_name,
        coalesce(actors_meant.actor_id, read_actor_id) as actor_id,
        coalesce(actors_meant.name, read_name) as name
    from store.arguments
    left join actors_meant using (read_actor_id, read_name)
    where document_id in (select document_id from resolving)
)
from meant
where old_actor_id is distinct from actor_id or old_name is distinct from name;
