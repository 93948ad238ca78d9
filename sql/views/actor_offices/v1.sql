-- One row an office that current documents give an actor, with the days on which it was seen
--
-- What the words before a name say (“Danish Defence Minister Anna Berg”), whether the actor is on a
-- list or not. The days are those of the documents: somebody may have taken the office earlier, and
-- documents go on naming it afterwards.
--
-- For example:
--     select actor_name, office, country, first_seen::date as first, last_seen::date as last
--     from actor_offices
--     order by actor_name, first
--     limit 20;
select
    actor_offices.actor_id, -- Id of the actor
    actors.name as actor_name, -- Name of the actor
    actor_offices.office, -- Office, as the text has it
    actor_offices.country, -- Country of the office, ISO 3166 alpha-2; null where the text names none
    actor_offices.first_seen, -- Publication of the first document that gives it; null when none says
    actor_offices.last_seen, -- Publication of the last one
    actor_offices.n_mentions, -- How many mentions give it
    actor_offices.example_mention as mention_id -- The first of them
from store.actor_offices
join store.actors on actors.actor_id = actor_offices.actor_id
