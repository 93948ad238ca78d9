-- Whom those documents were read to name.
select distinct read_actor_id, read_name
from store.arguments
where document_id in (select document_id from resolving)
    and read_actor_id is not null and read_name is not null;
