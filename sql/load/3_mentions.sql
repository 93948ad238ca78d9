-- The mentions of the documents to load, one row each.
create or replace temp table staged_mentions as
select
    extraction.mention_ids[found.place] as mention_id,
    extraction.document_id,
    extraction.extractor_version,
    extraction.n_chars,
    found.mention
from (
    select loading.document_id, loading.extractor_version, loading.n_chars, mentions, mention_ids
    from read_parquet(getvariable('extractions'), filename = true, file_row_number = true) as part
    join loading
        on loading.part = parse_filename(part.filename, true)
        and loading.extraction_row = part.file_row_number
) as extraction,
unnest(extraction.mentions) with ordinality as found(mention, place);

-- Documents of which something was found outside their text: a fault in an extractor, not news.
create or replace temp table misread as
with extents as (
    select
        document_id,
        n_chars,
        unnest(
            [mention."trigger", mention.evidence, mention.factuality.cue, mention."when"."extent",
             mention."where"."extent"]
            || list_transform(mention.arguments, lambda argument: argument."extent")
        ) as words
    from staged_mentions
)
select distinct document_id
from extents
where words is not null and not (0 <= words."start" and words."start" < words."end"
    and words."end" <= n_chars);

delete from loading where document_id in (select document_id from misread);
delete from staged_mentions where document_id in (select document_id from misread);
