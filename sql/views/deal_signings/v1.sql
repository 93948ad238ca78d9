-- One row a deal: an event, the mentions that tell of it merged
--
-- All mentions that tell of one signing, or of another step of the same agreement, are brought
-- together. Its status is that of the best informed mention.
--
-- For example:
--     select parties, instrument, value, currency, evidence
--     from deal_signings
--     where stage = 'signed' and status = 'occurred'
--     order by value desc nulls last
--     limit 10;
select
    event_id, -- Id of the event: it holds as long as no earlier telling of it turns up
    status, -- What became of it: `occurred`, `ongoing`, `planned`, `proposed`, `conditional`,
            -- `cancelled`, `postponed` or `denied`
    stage, -- negotiating, agreed, signed, ratified, in force or terminated
    date_start, -- Start of the interval in which it happened, local time of the report; null when
                -- the text gives no date
    date_end, -- End of that interval, itself outside
    date_precision, -- How precise the words are: `minute`, `day`, `week`, `month`, `quarter`,
                    -- `year` or `none`
    place, -- The place in the words of the text
    country, -- Country of the place, ISO 3166 alpha-2, where it is certain
    names as parties, -- Names of the parties, each once; common nouns (“the company”) from the
                      -- evidence alone, pronouns never: they are in `arguments`
    actor_ids as party_ids, -- Ids of those of them that have one
    instrument, -- treaty, memorandum, contract, ceasefire, merger …
    deal, -- What it is called
    "value", -- What it is worth, in units of the currency
    currency, -- ISO 4217
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
where kind = 'deal_signing'
