-- One row a meeting: an event, the mentions that tell of it merged
--
-- All mentions that tell of one meeting are brought together. Its status is that of the best
-- informed mention, its date that of the most precise one, its evidence that of the surest one
-- with the same status.
--
-- For example:
--     select date_start::date as day, place, participants, evidence
--     from meetings
--     where status = 'occurred'
--     order by day desc nulls last
--     limit 10;
select
    event_id, -- Id of the event: it holds as long as no earlier telling of it turns up
    status, -- What became of it: `occurred`, `ongoing`, `planned`, `proposed`, `conditional`,
            -- `cancelled`, `postponed` or `denied`
    date_start, -- Start of the interval in which it happened, local time of the report; null when
                -- the text gives no date
    date_end, -- End of that interval, itself outside
    date_precision, -- How precise the words are: `minute`, `day`, `week`, `month`, `quarter`,
                    -- `year` or `none`
    place, -- The place in the words of the text
    country, -- Country of the place, ISO 3166 alpha-2, where it is certain
    names as participants, -- Names of those who meet, each once; common nouns (“their teams”) from
                           -- the evidence alone, pronouns never: they are in `arguments`
    actor_ids as participant_ids, -- Ids of those of them that have one
    format, -- in person, call, video, visit, summit, talks
    topic, -- What they talk about, in the words of the text
    n_mentions, -- How many mentions tell of it
    n_reports, -- How many independent reports tell of it; copies and near copies count with what
               -- they repeat, and what an agency sends out on one day is one report
    n_sources, -- How many independent sources these come from: the agency, where a report is one's
    first_source, -- The source that told of it first
    first_published_at, -- When the first report of it was published, UTC
    evidence, -- The words that prove it
    evidence_document_id, -- The document in which the evidence stands
    document_ids, -- All documents that tell of it
    confidence -- How sure the extractor is, from 0 to 1: of an event, the surest mention's
from store.merged_events
where kind = 'meeting'
