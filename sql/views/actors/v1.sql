-- One row an actor: those known before reading, and those that documents name
select
    actors.actor_id,
    actors.name,
    if(actors.kind = 'pronoun', 'unnamed', actors.kind) as kind,
    actors.country,
    actors.office,
    actors.aliases,
    coalesce(counted.n_mentions, 0) as n_mentions
from store.actors
left join (
    select actor_id, count(distinct mention_id) as n_mentions
    from store.arguments
    join store.event_mentions using (mention_id)
    group by actor_id
) as counted on counted.actor_id = actors.actor_id
