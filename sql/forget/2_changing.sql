-- Leaves a tombstone: fingerprints, and no word.
insert into store.tombstones
select
    kind, fingerprint, getvariable('why'), getvariable('now'), getvariable('run_id'), false
from (
    select 'address' as kind, sha256(name) as fingerprint from forgotten_names
    union
    select 'article', article_id from forgotten_articles
    union
    select 'document', document_id from replaced
    union
    select 'content', content_hash
    from store.documents
    where document_id in (select document_id from replaced) and content_hash <> ''
)
where (kind, fingerprint) not in (select (kind, fingerprint) from store.tombstones);

-- What the taking down changes, as a load would note it.
create or replace temp table loading as select document_id from store.documents where false;
create or replace temp table told_before as select document_id from store.told;

create or replace temp table changed_mentions as
select mention_id from store.mentions where document_id in (select document_id from replaced);

create or replace temp table changed_actors as
select distinct actor_id
from store.arguments
where document_id in (select document_id from replaced) and actor_id is not null;

create or replace temp table sightings as
select address, document_id, first_seen, last_seen
from store.revisions
where document_id not in (select document_id from replaced);

create or replace temp table visited as
select address from store.revisions where document_id in (select document_id from replaced);

create or replace temp table current_before as
select address, document_id
from store.revisions
where is_current and address in (select address from visited);
