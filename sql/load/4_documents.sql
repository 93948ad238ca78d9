create or replace temp table told_before as select document_id from store.told;

-- What this load replaces: the same documents, and what older cleaning made of the same articles.
create or replace temp table replaced as
select document_id from store.documents where document_id in (select document_id from loading)
union
select kept.document_id
from store.documents as kept
join arrivals on arrivals.article_id = kept.article_id
join loading on loading.document_id = arrivals.document_id
where kept.document_id <> arrivals.document_id
    and kept.document_id not in (select document_id from loading);

create or replace temp table changed_mentions as
select mention_id
from store.mentions
where document_id in (select document_id from replaced)
union
select mention_id from staged_mentions;

create or replace temp table changed_actors as
select distinct actor_id
from store.arguments
where document_id in (select document_id from replaced) and actor_id is not null;

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

insert into store.mentions
select
    mention_id, document_id, mention.kind, mention.factuality.status,
    mention."trigger"."start", mention."trigger"."end",
    mention.evidence."start", mention.evidence."end",
    mention.factuality.cue."start", mention.factuality.cue."end",
    mention.factuality.attributed_to,
    mention."when"."start", mention."when"."end",
    coalesce(mention."when"."precision", 'none'), coalesce(mention."when".basis, 'none'),
    mention."when"."extent"."start", mention."when"."extent"."end",
    mention."where".name, mention."where".country,
    mention."where"."extent"."start", mention."where"."extent"."end",
    mention.confidence, mention.rule, mention.attributes, extractor_version
from staged_mentions;

insert into store.arguments
select
    staged.mention_id, staged.document_id, found.place - 1, found.argument."role",
    found.argument."extent"."start", found.argument."extent"."end",
    found.argument.name, found.argument.actor_id
from
    staged_mentions as staged,
    unnest(staged.mention.arguments) with ordinality as found(argument, place);

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
left join (
    select document_id, min("version") as version from staged_documents group by document_id
) as documents using (document_id);

insert into store.documents
select
    part.document_id, part.article_id, part.address, part.source, part."text", part.url,
    part.title, part.published_at, loading.fetched_at, part."language", part.dateline,
    part.content_hash, part.signature, part."version"
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
