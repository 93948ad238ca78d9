-- What earlier versions of the extractors found in documents that a later one has read since, so
-- that versions can be compared. No words of a document that is taken down stay here either.
create table store.earlier_extractions (
    document_id varchar not null,
    extractor_version varchar not null,
    n_mentions bigint not null,
    "at" timestamp not null
);

-- One row a mention that a version of the extractors found, as it found it: no list of actors that
-- changed since has changed it.
create table store.earlier_mentions (
    mention_id varchar not null,
    document_id varchar not null,
    extractor_version varchar not null,
    kind varchar not null,
    status varchar not null,
    trigger_text varchar not null,
    evidence varchar not null,
    date_start timestamp,
    date_end timestamp,
    place varchar,
    attributes map(varchar, varchar) not null,
    arguments varchar[] not null
);

-- The same of what was found by the version that read each document last.
create view store.latest_mentions as
select
    mentions.mention_id, mentions.document_id, mentions.extractor_version, mentions.kind,
    mentions.status, mentions.trigger_text, mentions.evidence, mentions.date_start,
    mentions.date_end, mentions.place, mentions.attributes,
    list(
        arguments."role" || ': ' || arguments."text"
            || coalesce(' = ' || nullif(arguments.read_name, arguments."text"), '')
        order by arguments.position
    ) filter (arguments.mention_id is not null) as arguments
from store.mentions
left join store.arguments on arguments.mention_id = mentions.mention_id
group by all;

-- Who has read what: the version that read a document last, and those before it.
create view store.readings as
select document_id, extractor_version, n_mentions, "at", true as is_latest from store.extractions
union all
select document_id, extractor_version, n_mentions, "at", false from store.earlier_extractions;
