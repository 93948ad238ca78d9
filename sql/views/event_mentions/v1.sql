-- One row a mention of an event: why it is taken to tell of that event
--
-- Mentions are brought together into events for reasons. The first telling has the score 1; every
-- other has the score and reasons of its best link to the rest.
--
-- For example:
--     select event_id, evidence, score, reasons
--     from event_mentions
--     where reasons <> ['first told']
--     order by score desc, event_id
--     limit 10;
select
    event_mentions.event_id, -- Id of the event: it holds as long as no earlier telling turns up
    event_mentions.mention_id, -- Id of the mention: a hash of its document, kind and place in the
                               -- text
    event_mentions.score, -- How well it fits, from 0 to 1
    event_mentions.reasons, -- Why, in words
    mentions.kind, -- `meeting`, `statement` or `deal_signing`
    mentions.status, -- What this mention says became of it: `occurred`, `ongoing`, `planned`,
                     -- `proposed`, `conditional`, `cancelled`, `postponed` or `denied`
    mentions.document_id, -- Id of the document: a hash of its address, title and text
    told.source, -- Name of the source it came from
    told.published_at, -- When it was published, UTC; midnight when only the day is known; null when
                       -- unknown
    mentions.evidence -- The words that prove it
from store.event_mentions
join store.mentions on mentions.mention_id = event_mentions.mention_id
join store.told on told.document_id = mentions.document_id
