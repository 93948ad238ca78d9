-- One row an event of any kind: the mentions that tell of it merged
--
-- The codes are those of `seeds/event_types.csv`; null where a code book has none.
--
-- For example:
--     select kind, status, plover, count(*) as events, sum(n_reports) as reports
--     from events
--     group by kind, status, plover
--     order by events desc;
select
    event_id, -- Id of the event: it holds as long as no earlier telling of it turns up
    kind, -- `meeting`, `statement` or `deal_signing`
    status, -- What became of it: `occurred`, `ongoing`, `planned`, `proposed`, `conditional`,
            -- `cancelled`, `postponed` or `denied`
    cameo, -- CAMEO code
    plover, -- PLOVER type
    date_start, -- Start of the interval in which it happened, local time of the report; null when
                -- the text gives no date
    date_end, -- End of that interval, itself outside
    date_precision, -- How precise the words are: `minute`, `day`, `week`, `month`, `quarter`,
                    -- `year` or `none`
    place, -- The place in the words of the text
    country, -- Country of the place, ISO 3166 alpha-2, where it is certain
    names as actors, -- Names of those who meet, sign or speak, each once
    actor_ids, -- Ids of those of them that have one
    n_mentions, -- How many mentions tell of it
    n_reports, -- How many independent reports tell of it; copies and near copies count with what
               -- they repeat, and what an agency sends out on one day is one report
    n_sources, -- How many independent sources these come from: the agency, where a report is one's
    first_source, -- The source that told of it first
    first_published_at, -- When the first report of it was published, UTC
    evidence, -- The words that prove it
    evidence_document_id, -- The document in which the evidence stands
    confidence -- How sure the extractor is, from 0 to 1: of an event, the surest mention's
from store.merged_events
