-- One row a statement: who said what, in a current document that is no exact copy
--
-- Beliefs (somebody thinks, fears, hopes) are mentions, but no statements.
--
-- For example:
--     select speaker, content, published_at, url
--     from statements
--     where quote_type = 'direct' and status = 'occurred'
--     order by published_at desc
--     limit 10;
select
    mention_id, -- Id of the mention: a hash of its document, kind and place in the text
    event_id, -- Id of the event: it holds as long as no earlier telling of it turns up
    document_id, -- Id of the document: a hash of its address, title and text
    speaker, -- Who says it; the name that a pronoun or short name stands for
    speaker_id, -- Id of the speaker
    speaker_start, -- Where the speaker is named
    speaker_end, -- Where that ends
    cue, -- The word that reports: said, according to …; null when a quotation stands by itself
    cue_start, -- Where it starts
    cue_end, -- Where it ends
    quote_type, -- `direct`, `indirect` or `mixed`
    content, -- What is said; parts of an interrupted quotation are joined by an ellipsis
    content_extents, -- Where each part starts and ends
    addressee, -- To whom
    speech_act, -- state, deny, accuse, demand, promise, warn, praise …
    medium, -- interview, post, press conference …
    status, -- Whether it was said: `occurred`, or `planned`, `denied` and the others when the text
            -- says that somebody will speak, or refused to
    stated_on, -- Start of the day or other interval on which it was said, when the text says so
    stated_on_precision, -- How precise that is
    published_at, -- When it was published, UTC; midnight when only the day is known; null when
                  -- unknown
    source, -- Name of the source it came from
    url, -- Where it can be read; null when it came from a file
    evidence, -- The words that prove it
    confidence -- How sure the extractor is, from 0 to 1
from store.statements
