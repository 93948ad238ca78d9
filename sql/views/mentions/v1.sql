-- One row an event mention: one telling of one event, in a current document that is no exact copy
select
    mentions.mention_id,
    event_mentions.event_id,
    mentions.document_id,
    mentions.kind,
    mentions.status,
    substring(documents."text", trigger_start + 1, trigger_end - trigger_start) as trigger_text,
    mentions.trigger_start,
    mentions.trigger_end,
    substring(documents."text", evidence_start + 1, evidence_end - evidence_start) as evidence,
    mentions.evidence_start,
    mentions.evidence_end,
    mentions.date_start,
    mentions.date_end,
    mentions.date_precision,
    mentions.date_basis,
    substring(documents."text", date_words_start + 1, date_words_end - date_words_start)
        as date_text,
    mentions.place,
    mentions.country,
    substring(documents."text", cue_start + 1, cue_end - cue_start) as cue,
    mentions.attributed_to,
    mentions.attributes,
    mentions.confidence,
    mentions.rule,
    mentions.extractor_version
from store.mentions
join store.event_mentions on event_mentions.mention_id = mentions.mention_id
join store.documents on documents.document_id = mentions.document_id
