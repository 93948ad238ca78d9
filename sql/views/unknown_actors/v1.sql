-- One row a name that is on no list of actors: how often it is named, and a sentence that does
--
-- A worklist. A line for the name in `seeds/actors.csv` makes it a known actor everywhere, in what
-- was read before too.
--
-- For example:
--     select name, n_mentions, n_sources, example
--     from unknown_actors
--     order by n_mentions desc, name
--     limit 20;
select
    actors.actor_id, -- Id of the actor; the same in all documents
    actors.name, -- The name, as it is written most often
    actors.aliases, -- Other ways in which it is written
    actors.kind, -- person or organisation, where the words for it say so; null where they don't
    actors.country, -- Country, ISO 3166 alpha-2, where the words for it say so
    actors.office, -- Office, where the words for it say so
    actor_counts.n_mentions, -- How many mentions name it
    actor_counts.n_documents, -- In how many documents
    actor_counts.n_sources, -- From how many independent sources
    actor_counts.first_published_at, -- When the first of them was published, UTC
    actor_counts.last_published_at, -- When the last of them was published, UTC
    mentions.evidence as example, -- A sentence in which it is named
    mentions.document_id as example_document_id -- The document in which that sentence stands
from store.actors
join store.actor_counts on actor_counts.actor_id = actors.actor_id
join store.mentions on mentions.mention_id = actor_counts.example_mention
where actors.actor_id not in (select actor_id from store.known_actors)
    and (actors.kind is null or actors.kind not in ('pronoun', 'unnamed', 'group'))
