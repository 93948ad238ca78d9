-- Takes over what was found to repeat, and notes the documents that now count, or no longer do.
delete from store.duplicates;
insert into store.duplicates
select document_id, duplicate_of, kind, similarity from duplicates_found;

create or replace temp table changed_documents as
(select document_id from store.told except select document_id from told_before)
union
(select document_id from told_before except select document_id from store.told)
union
select document_id from loading;

insert into changed_mentions
select mention_id
from store.mentions
where document_id in (select document_id from changed_documents);

insert into changed_actors
select distinct actor_id
from store.arguments
where document_id in (select document_id from changed_documents) and actor_id is not null;
