-- One row a rejected input: what was turned away, by which step and why, until it gets through
--
-- It is not in the other views. It is tried again when it comes again, and leaves this view when
-- it gets through.
--
-- For example:
--     select stage, reason, count(*) as inputs, max(error) as example
--     from rejects
--     group by stage, reason
--     order by inputs desc;
select
    source, -- Name of the source it came from
    url, -- Where it can be read; null when it came from a file
    stage, -- Step that turned it away: `ingest`, `clean`, `extract` or `load`
    reason, -- Why, in a word or two
    last_at as "at", -- When it was last turned away, UTC
    first_at, -- When it was first turned away, UTC
    attempts, -- How often it was tried
    error, -- What went wrong, in a sentence
    address, -- What stays the same when the article is edited: a feed item's id, a URL or a file's
             -- place
    reject_id -- Id: a hash of source, address, stage and reason
from store.rejects
