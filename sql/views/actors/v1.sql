-- One row an actor: those known before reading, and those that documents name
--
-- An actor is a person, a body or a country. Names that are on no list are actors too; what is
-- known of them is what the words for them say (“Danish Defence Minister Anna Berg”). Words that
-- name nobody (“officials”, “they”) have a row so that they can be looked up; their kind is
-- unnamed, and they never make two mentions one event.
--
-- For example:
--     select name, office, n_mentions
--     from actors
--     where n_mentions > 0
--     order by n_mentions desc, name
--     limit 20;
select
    actors.actor_id, -- Id of the actor; the same in all documents
    actors.name, -- Name
    if(actors.kind = 'pronoun', 'unnamed', actors.kind) as kind, -- person, organisation or country;
        -- group for several under one name; unnamed for pronouns and common nouns; null where
        -- nobody knows
    actors.country, -- Country of the actor, ISO 3166 alpha-2
    actors.office, -- Office held last, as far as it is known
    actors.aliases, -- Other names
    actors.actor_code, -- Actor code of PLOVER: the country in three letters (ISO 3166 alpha-3), or
        -- IGO, NGO, IMG for bodies of no country
    actors.sector, -- Sector code of PLOVER (GOV, MIL, BUS …), by the office or the name
    actors.cameo, -- Actor code of CAMEO: country and role in one (DNKGOV)
    coalesce(actor_counts.n_mentions, 0) as n_mentions -- How many mentions name it
from store.actors
left join store.actor_counts on actor_counts.actor_id = actors.actor_id
