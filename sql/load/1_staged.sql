-- What this load has before it, without the long texts.
create or replace temp table staged_articles as
select
    article_id, source, address, url, fetched_at,
    parse_filename(filename, true) as part, file_row_number as part_row
from read_parquet(getvariable('articles'), filename = true, file_row_number = true);

create or replace temp table staged_documents as
select
    document_id, article_id, source, address, url, published_at, fetched_at,
    length("text") as n_chars, content_hash, "version",
    parse_filename(filename, true) as part, file_row_number as part_row
from read_parquet(getvariable('documents'), filename = true, file_row_number = true);

create or replace temp table staged_extractions as
select
    document_id, len(mentions) as n_mentions, "version",
    parse_filename(filename, true) as part, file_row_number as part_row
from read_parquet(getvariable('extractions'), filename = true, file_row_number = true);

create or replace temp table staged_rejects as
select source, address, url, stage, reason, "error", "at", attempts
from read_parquet(getvariable('rejects'));

create or replace temp table staged_unchanged as
select source, address, "at", article_id from read_parquet(getvariable('unchanged'));

create or replace temp table staged_fetches as
select source, url, status, "at", etag, last_modified from read_parquet(getvariable('fetches'));
