-- Keeps what another version found in a text that is read again, and lets go what it is not known
-- of any more which text it was found in.
delete from store.earlier_mentions
where (document_id, extractor_version) in (
    select (document_id, extractor_version) from loading
);
delete from store.earlier_extractions
where (document_id, extractor_version) in (
    select (document_id, extractor_version) from loading
);

insert into store.earlier_extractions
select extractions.document_id, extractions.extractor_version, extractions.n_mentions,
    extractions."at"
from store.extractions
join loading using (document_id)
where extractions.extractor_version <> loading.extractor_version;

insert into store.earlier_mentions by name
select latest_mentions.* replace (coalesce(arguments, []) as arguments)
from store.latest_mentions
join loading using (document_id)
where latest_mentions.extractor_version <> loading.extractor_version;

delete from store.earlier_mentions
where document_id in (select document_id from replaced)
    and document_id not in (select document_id from loading);
delete from store.earlier_extractions
where document_id in (select document_id from replaced)
    and document_id not in (select document_id from loading);
