-- One row an article or document that came in, with the part its document is taken from.
-- A run that was killed may have staged the same one twice: the parts of this program's own
-- versions go first, then their names decide, so that the order of arrival does not.
create or replace temp table arrivals as
with
came as (
    select distinct on (article_id) * from staged_articles order by article_id, part, part_row
),
cleaned as (
    select distinct on (article_id) documents.*, extractions.document_id is not null as was_read
    from staged_documents as documents
    left join staged_extractions as extractions using (document_id, part)
    order by
        article_id, was_read desc, documents.version <> getvariable('cleaning_version'),
        extractions.version <> getvariable('extractor_version'), part, documents.part_row
)
select
    coalesce(came.article_id, cleaned.article_id) as article_id,
    coalesce(came.source, cleaned.source) as source,
    coalesce(came.address, cleaned.address) as address,
    coalesce(came.url, cleaned.url) as url,
    cleaned.document_id,
    cleaned.was_read,
    came.part as article_part,
    came.part_row as article_row
from came
full join cleaned on cleaned.article_id = came.article_id;

-- What was taken down stays away: under the same address, and the same text under any other.
create or replace temp table turned_away as
select article_id
from arrivals
left join (
    select document_id, min(content_hash) as content_hash from staged_documents group by document_id
) as contents using (document_id)
where store.is_forgotten(address)
    or store.is_forgotten(url)
    or ('content', content_hash) in (select (kind, fingerprint) from store.tombstones);

-- One row a document to load, and where its text and its mentions are.
create or replace temp table loading as
with chosen as (
    select distinct on (document_id)
        documents.*, extractions.version as extractor_version, extractions.n_mentions,
        extractions.part_row as extraction_row
    from staged_documents as documents
    join staged_extractions as extractions using (document_id, part)
    where document_id in (
        select document_id
        from arrivals
        where was_read and article_id not in (select article_id from turned_away)
    )
    order by
        document_id, documents.version <> getvariable('cleaning_version'),
        extractions.version <> getvariable('extractor_version'), part, documents.part_row,
        extractions.part_row
)
select
    chosen.* exclude (fetched_at),
    least(chosen.fetched_at, earliest.fetched_at, kept.fetched_at) as fetched_at,
    kept.cleaning_version is not null
        and kept.cleaning_version = chosen.version
        and kept.published_at is not distinct from chosen.published_at
        and extractions.extractor_version = chosen.extractor_version as is_kept
from chosen
join (
    select document_id, min(fetched_at) as fetched_at from staged_documents group by document_id
) as earliest using (document_id)
left join store.documents as kept using (document_id)
left join store.extractions using (document_id);
