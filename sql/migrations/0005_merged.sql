-- The words that an offset points at are kept beside it: cutting them out of a million texts took
-- seconds for every question. sql/checks asserts that they are those of the text.
create macro store.words(document, first_char, last_char) as
    substring(document, first_char + 1, last_char - first_char);

alter table store.mentions add column trigger_text varchar;
alter table store.mentions add column evidence varchar;
alter table store.mentions add column cue varchar;
alter table store.mentions add column date_text varchar;
alter table store.arguments add column "text" varchar;
alter table store.documents add column agency varchar;

update store.mentions
set
    trigger_text = store.words(documents."text", trigger_start, trigger_end),
    evidence = store.words(documents."text", evidence_start, evidence_end),
    cue = store.words(documents."text", cue_start, cue_end),
    date_text = store.words(documents."text", date_words_start, date_words_end)
from store.documents
where documents.document_id = mentions.document_id;

update store.arguments
set "text" = store.words(documents."text", start_char, end_char)
from store.documents
where documents.document_id = arguments.document_id;

update store.documents
set agency = store.words("text", dateline.agency."start", dateline.agency."end")
where dateline.agency is not null;

-- The documents that count, each with the report that it is: what one repeats is the report of the
-- other, and what an agency sends out on one day is one report, whoever prints it.
create view store.reports as
select
    told.document_id,
    told.source,
    told.published_at,
    coalesce(
        lower(original.agency) || ' ' || original.published_at::date, told.report_id
    ) as report,
    coalesce(lower(original.agency), original.source) as origin,
    told.document_id <> told.report_id as is_copy
from store.told
join store.documents as original on original.document_id = told.report_id;

-- One row an event, the mentions that tell of it merged: what readers see. Made anew by
-- sql/merging for the events that a load may change.
create table store.merged_events (
    event_id varchar not null,
    kind varchar not null,
    status varchar not null,
    cameo varchar,
    plover varchar,
    date_start timestamp,
    date_end timestamp,
    date_precision varchar not null,
    place varchar,
    country varchar,
    names varchar[] not null,
    actor_ids varchar[] not null,
    format varchar,
    topic varchar,
    stage varchar,
    instrument varchar,
    deal varchar,
    "value" double,
    currency varchar,
    n_mentions bigint not null,
    n_reports bigint not null,
    n_sources bigint not null,
    first_source varchar not null,
    first_published_at timestamp,
    evidence varchar not null,
    evidence_document_id varchar not null,
    document_ids varchar[] not null,
    confidence double not null
);

-- One row a statement that counts, its arguments gathered.
create table store.statements (
    mention_id varchar not null,
    event_id varchar not null,
    document_id varchar not null,
    speaker varchar,
    speaker_id varchar,
    speaker_start bigint,
    speaker_end bigint,
    cue varchar,
    cue_start bigint,
    cue_end bigint,
    quote_type varchar,
    content varchar,
    content_extents bigint[][],
    addressee varchar,
    speech_act varchar,
    medium varchar,
    status varchar not null,
    stated_on timestamp,
    stated_on_precision varchar not null,
    published_at timestamp,
    source varchar not null,
    url varchar,
    evidence varchar not null,
    confidence double not null
);

-- One row an actor that some mention names.
create table store.actor_counts (
    actor_id varchar not null,
    n_mentions bigint not null,
    n_documents bigint not null,
    n_sources bigint not null,
    first_published_at timestamp,
    last_published_at timestamp,
    example_mention varchar not null
);

-- One row a statement and an event of its document of which it speaks.
create table store.statements_about (
    mention_id varchar not null,
    about_mention varchar not null,
    document_id varchar not null,
    reason varchar not null
);

-- One row a thing that is said of a meeting or a deal: the mention that says it first.
create table store.steps (
    event_id varchar not null,
    mention_id varchar not null,
    status varchar not null,
    stage varchar,
    date_start timestamp,
    date_end timestamp,
    date_precision varchar not null,
    published_at timestamp,
    source varchar not null,
    evidence varchar not null
);

-- One row a pair of mentions of one event that cannot both be right.
create table store.contradictions (
    event_id varchar not null,
    what varchar not null,
    mention_id varchar not null,
    other_mention varchar not null,
    said varchar not null,
    other_said varchar not null
);

-- One row a figure of how good an extractor version was found to be.
create table store.scorecard (
    extractor_version varchar not null,
    model varchar not null,
    "set" varchar not null,
    measure varchar not null,
    "value" double not null,
    measured_on date not null
);

-- One row a name of a city.
create table store.cities (words varchar not null, name varchar not null);

-- One row a word for a meeting, or for a deal, by which people speak of it: "the talks".
create table store.event_words (kind varchar not null, words varchar not null);

-- The rules by which all this was made; without a row, or with others, it is made anew.
create table store.merged_with (rules varchar not null);

-- Whether some words stand in a document's text at a place, and nowhere beyond its ends. Words of a
-- quotation are looked up in that: counting characters from the start of a text takes its time.
create macro store.are_words(document, first_char, last_char, kept) as
    first_char >= 0
    and kept <> ''
    and length(kept) = last_char - first_char
    and substring(document, first_char + 1, last_char - first_char) = kept;

create macro store.are_words_of(
    document, quoted, quoted_first, quoted_last, first_char, last_char, kept
) as
    if(
        first_char >= quoted_first and last_char <= quoted_last,
        store.are_words(quoted, first_char - quoted_first, last_char - quoted_first, kept),
        store.are_words(document, first_char, last_char, kept)
    );
