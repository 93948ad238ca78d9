-- One row a name that current documents use for an actor, with the days on which it was seen
--
-- Names without title, as they stand in the text. Which name belongs to whom is what the text says
-- (“Anna Berg … Berg said”), or a list of actors.
--
-- For example:
--     select actor_name, name, n_mentions, first_seen::date as since
--     from actor_names
--     order by n_mentions desc, actor_name, name
--     limit 20;
select
    actor_names.actor_id, -- Id of the actor
    actors.name as actor_name, -- The name under which the actor is shown
    actor_names.name, -- The name in the text
    actor_names.first_seen, -- Publication of the first document that uses it; null when none says
    actor_names.last_seen, -- Publication of the last one
    actor_names.n_mentions, -- How many mentions use it
    actor_names.example_mention as mention_id -- The first of them
from store.actor_names
join store.actors on actors.actor_id = actor_names.actor_id
