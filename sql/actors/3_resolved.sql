-- Whom the arguments stand for now, and what else that changes.
update store.arguments
set actor_id = renamed.actor_id, name = renamed.name
from renamed
where renamed.mention_id = arguments.mention_id and renamed.position = arguments.position;

-- Who a group is depends on the whole document.
insert into changed_mentions
select mention_id
from store.mentions
where document_id in (select document_id from renamed);

insert into changed_actors
select old_actor_id from renamed where old_actor_id is not null
union
select actor_id from renamed where actor_id is not null;
