-- One row a current document: the latest text at its address, exact and near copies included
--
-- Of several editions at one address the one seen last is shown; the others stay in the
-- warehouse. Copies of another report are shown, and say of which: their mentions are counted at
-- the original when the copy is exact.
--
-- For example:
--     select title, url, n_mentions
--     from documents
--     where duplicate_of is null
--     order by n_mentions desc
--     limit 10;
select
    documents.document_id, -- Id of the document: a hash of its address, title and text
    documents.source, -- Name of the source it came from
    documents.url, -- Where it can be read; null when it came from a file
    documents.address, -- What stays the same when the article is edited: a feed item's id, a URL or
                       -- a file's place
    documents.title, -- Headline
    documents.published_at, -- When it was published, UTC; midnight when only the day is known; null
                            -- when unknown
    documents.fetched_at, -- When it was first fetched, UTC
    documents."language", -- Language, ISO 639-1
    documents."text", -- The text that all offsets point into, in code points
    documents.agency, -- The news agency that its first line names
    duplicates.duplicate_of, -- The earlier document that it repeats
    duplicates.kind as duplicate_kind, -- `exact` when the text is the same, `near` when four fifths
                                       -- of it are
    revisions.first_seen, -- When this text was first seen at its address, UTC
    revisions.last_seen, -- When it was last seen there, UTC
    coalesce(counted.n_mentions, 0) as n_mentions -- How many event mentions it has; none for an
                                                  -- exact copy
from store.documents
join store.revisions on revisions.document_id = documents.document_id and revisions.is_current
left join store.duplicates on duplicates.document_id = documents.document_id
left join (
    select document_id, count(*) as n_mentions
    from store.mentions
    join store.event_mentions using (mention_id)
    group by document_id
) as counted on counted.document_id = documents.document_id
