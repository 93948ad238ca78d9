-- One row a change of what readers see: what was added, revised, merged, split, withdrawn, and when
--
-- Whoever keeps a copy asks for the changes since the last time and fetches the rows again. An
-- event is revised when other mentions tell of it, when one of them says something else, or when
-- its id is another because an earlier telling has turned up. It is merged when it holds mentions
-- of several earlier events, split when mentions of an earlier one are now elsewhere, withdrawn
-- when no mention is left. Rows are only ever added.
--
-- For example:
--     select "at", what, event_id, previous_event_ids
--     from changes
--     where subject = 'event' and "at" >= timestamp '2025-03-01'
--     order by "at", what, event_id;
select
    changes."at", -- When it was changed, UTC
    changes.run_id, -- Run that changed it
    changes.subject, -- What has changed: event, mention or document
    changes.what, -- added, revised, merged, split or withdrawn
    changes.event_id, -- Id of the event; of a mention, the event that it tells of, or told of
    changes.document_id, -- Id of the document; of a revised one, that of the new text
    changes.mention_id, -- Id of the mention
    changes.previous_event_ids -- Of an event that was merged or split, or has another id: the ids
        -- under which its mentions were known before
from store.changes
