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
