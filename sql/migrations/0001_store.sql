-- What the pipeline keeps. Readers use the views in the main schema.
-- No primary keys: replacing rows by document is twenty times cheaper without, and sql/checks
-- asserts that ids are unique.
create schema store;

-- One row a run, written when it starts and when it ends.
create table store.runs (
    run_id varchar not null,
    started_at timestamp not null,
    finished_at timestamp,
    state varchar not null,
    message varchar,
    versions map(varchar, varchar) not null
);

-- One row an input of a run, with the one state in which it ended.
create table store.inputs (
    run_id varchar not null,
    source varchar not null,
    address varchar not null,
    url varchar,
    article_id varchar,
    document_id varchar,
    state varchar not null,
    duplicate_of varchar,
    stage varchar,
    reason varchar,
    "at" timestamp not null
);

-- One row a staged part that has been merged and not yet removed.
create table store.loaded_parts (folder varchar not null, part varchar not null);

-- One row an input that is turned away for a reason; gone when the input gets through.
create table store.rejects (
    reject_id varchar not null,
    source varchar not null,
    address varchar not null,
    url varchar,
    stage varchar not null,
    reason varchar not null,
    error varchar not null,
    first_at timestamp not null,
    last_at timestamp not null,
    attempts bigint not null
);

-- One row a URL: its last answer.
create table store.fetches (
    source varchar not null,
    url varchar not null,
    status bigint not null,
    "at" timestamp not null,
    etag varchar,
    last_modified varchar
);

-- One row an article as it came, so that better cleaning can be applied to it.
create table store.articles (
    article_id varchar not null,
    source varchar not null,
    address varchar not null,
    media_type varchar not null,
    content struct("text" varchar, bytes blob) not null,
    fetched_at timestamp not null,
    url varchar,
    title varchar,
    published varchar,
    encoding varchar,
    document_id varchar,
    cleaning_version varchar not null
);

-- One row a document, current or not.
create table store.documents (
    document_id varchar not null,
    article_id varchar not null,
    address varchar not null,
    source varchar not null,
    "text" varchar not null,
    url varchar,
    title varchar,
    published_at timestamp,
    fetched_at timestamp,
    "language" varchar not null,
    dateline struct(
        "extent" struct("start" bigint, "end" bigint),
        place struct("start" bigint, "end" bigint),
        date struct("start" bigint, "end" bigint),
        agency struct("start" bigint, "end" bigint)
    ),
    content_hash varchar not null,
    signature bigint[] not null,
    cleaning_version varchar not null
);

-- One row a document at an address. The one seen last is current.
create table store.revisions (
    address varchar not null,
    document_id varchar not null,
    first_seen timestamp,
    last_seen timestamp,
    is_current boolean not null
);

-- One row a band of a document's signature: documents that share one may be near-duplicates.
create table store.bands (document_id varchar not null, band bigint not null);

-- One row a pair of documents whose signatures agree in most places.
create table store.resemblances (
    document_id varchar not null,
    other_id varchar not null,
    similarity double not null
);

-- One row a current document that repeats an earlier one.
create table store.duplicates (
    document_id varchar not null,
    duplicate_of varchar not null,
    kind varchar not null,
    similarity double not null
);

-- One row a document that was read for events, even when it tells of none.
create table store.extractions (
    document_id varchar not null,
    extractor_version varchar not null,
    n_mentions bigint not null,
    "at" timestamp not null
);

create table store.mentions (
    mention_id varchar not null,
    document_id varchar not null,
    kind varchar not null,
    status varchar not null,
    trigger_start bigint not null,
    trigger_end bigint not null,
    evidence_start bigint not null,
    evidence_end bigint not null,
    cue_start bigint,
    cue_end bigint,
    attributed_to varchar,
    date_start timestamp,
    date_end timestamp,
    date_precision varchar not null,
    date_basis varchar not null,
    date_words_start bigint,
    date_words_end bigint,
    place varchar,
    country varchar,
    place_words_start bigint,
    place_words_end bigint,
    confidence double not null,
    rule varchar not null,
    attributes map(varchar, varchar) not null,
    extractor_version varchar not null
);

create table store.arguments (
    mention_id varchar not null,
    document_id varchar not null,
    position bigint not null,
    "role" varchar not null,
    start_char bigint not null,
    end_char bigint not null,
    name varchar,
    actor_id varchar
);

-- One row an actor known before reading.
create table store.known_actors (
    actor_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country varchar,
    office varchar,
    aliases varchar[] not null
);

-- One row an actor: those known before reading, and those that documents name.
create table store.actors (
    actor_id varchar not null,
    name varchar not null,
    kind varchar,
    country varchar,
    office varchar,
    aliases varchar[] not null
);

-- One row a code; an empty cell stands for any value, and the row with most cells filled wins.
create table store.event_types (
    kind varchar not null,
    status varchar not null,
    stage varchar not null,
    format varchar not null,
    speech_act varchar not null,
    cameo varchar,
    plover varchar,
    definition varchar not null
);

-- One row a key under which a mention is looked up for others that tell of the same event.
create table store.mention_keys (mention_id varchar not null, key varchar not null);

-- One row a pair of mentions that seem to tell of one event, with the reasons in words.
create table store.links (
    mention_id varchar not null,
    other_id varchar not null,
    score double not null,
    reasons varchar[] not null
);

-- One row a mention that counts, with the event it tells of.
create table store.event_mentions (
    event_id varchar not null,
    mention_id varchar not null,
    score double not null,
    reasons varchar[] not null
);

-- One row an event. The columns that end in _mention say which mention each fact is taken from.
create table store.events (
    event_id varchar not null,
    kind varchar not null,
    status_mention varchar not null,
    evidence_mention varchar not null,
    date_mention varchar,
    place_mention varchar
);

-- The documents that count: the current one at each address, and of exact copies the first.
create view store.told as
select
    documents.document_id,
    documents.source,
    documents.url,
    documents.published_at,
    coalesce(duplicates.duplicate_of, documents.document_id) as report_id
from store.documents
join store.revisions on revisions.document_id = documents.document_id and revisions.is_current
left join store.duplicates on duplicates.document_id = documents.document_id
where duplicates.kind is distinct from 'exact';

create macro store.is_pronoun(words) as
    lower(words) in (
        'i', 'we', 'you', 'he', 'she', 'it', 'they', 'me', 'us', 'him', 'her', 'them', 'this',
        'that', 'these', 'those', 'who', 'both', 'all', 'one', 'some', 'many', 'others', 'everyone',
        'someone', 'nobody'
    );

-- Those who take part in a mention. Named are actors on the list, and words that are no pronoun
-- and of which the last has a capital letter or a digit: "Anna Berg", not "Russian officials".
create view store.participants as
select
    arguments.mention_id,
    arguments.document_id,
    arguments.position,
    arguments.start_char,
    arguments.end_char,
    arguments.actor_id,
    arguments.name,
    arguments.actor_id is not null
        and (
            known_actors.actor_id is not null
            or (
                regexp_matches(arguments.name, '[\p{Lu}\p{N}][^\s]*$')
                and not store.is_pronoun(arguments.name)
            )
        ) as is_named
from store.arguments
left join store.known_actors on known_actors.actor_id = arguments.actor_id
where arguments."role" in ('participant', 'host', 'visitor', 'party', 'speaker');
