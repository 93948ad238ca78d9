-- Takes over the documents, what was found in them, and the articles they were made from.
delete from store.documents where document_id in (select document_id from replaced);
delete from store.bands where document_id in (select document_id from replaced);
delete from store.resemblances
where document_id in (select document_id from replaced)
    or other_id in (select document_id from replaced);
delete from store.extractions where document_id in (select document_id from replaced);
delete from store.mentions where document_id in (select document_id from replaced);
delete from store.arguments where document_id in (select document_id from replaced);
delete from store.articles where article_id in (select article_id from staged_articles);

insert into store.extractions
select document_id, extractor_version, n_mentions, getvariable('now') from loading;

create or replace temp table texts as
select part.document_id, part."text"
from read_parquet(getvariable('documents'), filename = true, file_row_number = true) as part
join loading
    on loading.part = parse_filename(part.filename, true)
    and loading.part_row = part.file_row_number;

insert into store.mentions by name
select
    mention_id, document_id, mention.kind as kind, mention.factuality.status as status,
    mention."trigger"."start" as trigger_start, mention."trigger"."end" as trigger_end,
    mention.evidence."start" as evidence_start, mention.evidence."end" as evidence_end,
    mention.factuality.cue."start" as cue_start, mention.factuality.cue."end" as cue_end,
    mention.factuality.attributed_to as attributed_to,
    mention."when"."start" as date_start, mention."when"."end" as date_end,
    coalesce(mention."when"."precision", 'none') as date_precision,
    coalesce(mention."when".basis, 'none') as date_basis,
    mention."when"."extent"."start" as date_words_start,
    mention."when"."extent"."end" as date_words_end,
    mention."where".name as place, mention."where".country as country,
    mention."where"."extent"."start" as place_words_start,
    mention."where"."extent"."end" as place_words_end,
    mention.confidence as confidence, mention.rule as "rule", mention.attributes as attributes,
    extractor_version,
    store.words(texts."text", trigger_start, trigger_end) as trigger_text,
    store.words(texts."text", evidence_start, evidence_end) as evidence,
    store.words(texts."text", cue_start, cue_end) as cue,
    store.words(texts."text", date_words_start, date_words_end) as date_text
from staged_mentions
join texts using (document_id);

insert into store.arguments by name
select
    mention_id, document_id, found.place - 1 as position, found.argument."role" as "role",
    found.argument."extent"."start" as start_char, found.argument."extent"."end" as end_char,
    found.argument.name as name, found.argument.actor_id as actor_id,
    found.argument.name as read_name, found.argument.actor_id as read_actor_id,
    store.words(texts."text", start_char, end_char) as "text"
from
    staged_mentions as staged
    join texts using (document_id),
    unnest(staged.mention.arguments) with ordinality as found(argument, place);

drop table texts;

insert into changed_actors
select distinct actor_id
from store.arguments
where document_id in (select document_id from loading) and actor_id is not null;

insert into store.articles
select
    part.article_id, part.source, part.address, part.media_type, part.content, part.fetched_at,
    part.url, part.title, part.published, part.encoding, arrivals.document_id,
    coalesce(documents.version, getvariable('cleaning_version'))
from read_parquet(getvariable('articles'), filename = true, file_row_number = true) as part
join arrivals
    on arrivals.article_part = parse_filename(part.filename, true)
    and arrivals.article_row = part.file_row_number
    and arrivals.article_id not in (select article_id from turned_away)
left join (
    select document_id, min("version") as version from staged_documents group by document_id
) as documents using (document_id);

insert into store.documents by name
select
    part.document_id, part.article_id, part.address, part.source, part."text", part.url,
    part.title, part.published_at, loading.fetched_at, part."language", part.dateline,
    part.content_hash, part.signature, part."version" as cleaning_version,
    store.words(
        part."text", part.dateline.agency."start", part.dateline.agency."end"
    ) as agency
from read_parquet(getvariable('documents'), filename = true, file_row_number = true) as part
join loading
    on loading.part = parse_filename(part.filename, true)
    and loading.part_row = part.file_row_number;

insert into store.bands
select part.document_id, unnest(part.bands)
from read_parquet(getvariable('documents'), filename = true, file_row_number = true) as part
join loading
    on loading.part = parse_filename(part.filename, true)
    and loading.part_row = part.file_row_number;
