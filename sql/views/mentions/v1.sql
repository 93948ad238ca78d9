-- One row an event mention: one telling of one event, in a current document that is no exact copy
--
-- It is proved by words of its document. Offsets are code points into the document's text, the end
-- outside.
--
-- For example:
--     select kind, status, trigger_text, evidence
--     from mentions
--     where confidence >= 0.8
--     order by kind, status
--     limit 20;
select
    mentions.mention_id, -- Id of the mention: a hash of its document, kind and place in the text
    event_mentions.event_id, -- Id of the event: it holds as long as no earlier telling turns up
    mentions.document_id, -- Id of the document: a hash of its address, title and text
    mentions.kind, -- `meeting`, `statement` or `deal_signing`
    mentions.status, -- What became of it: `occurred`, `ongoing`, `planned`, `proposed`,
                     -- `conditional`, `cancelled`, `postponed` or `denied`
    mentions.trigger_text, -- The words that name the event
    mentions.trigger_start, -- Where they start
    mentions.trigger_end, -- Where they end
    mentions.evidence, -- The words that prove it
    mentions.evidence_start, -- Where the evidence starts
    mentions.evidence_end, -- Where it ends
    mentions.date_start, -- Start of the interval in which it happened, local time of the report;
                         -- null when the text gives no date
    mentions.date_end, -- End of that interval, itself outside
    mentions.date_precision, -- How precise the words are: `minute`, `day`, `week`, `month`,
                             -- `quarter`, `year` or `none`
    mentions.date_basis, -- What the date rests on: `explicit`, `relative to publication`,
                         -- `relative to another date` or `none`
    mentions.date_text, -- The words that give the date
    mentions.place, -- The place in the words of the text
    mentions.country, -- Country of the place, ISO 3166 alpha-2, where it is certain
    mentions.cue, -- The words that decide the status
    mentions.attributed_to, -- Who says so, when it is not the report itself
    mentions.attributes, -- What only this kind of event has: `format`, `stage`, `instrument`,
                         -- `quote_type`, `speech_act` …
    mentions.confidence, -- How sure the extractor is, from 0 to 1
    mentions."rule", -- The rule that found it
    mentions.extractor_version -- Version of the rules and of the language model
from store.mentions
join store.event_mentions on event_mentions.mention_id = mentions.mention_id
