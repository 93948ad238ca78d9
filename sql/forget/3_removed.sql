-- Removes what is taken down, and whatever names it.
delete from store.articles where article_id in (select article_id from forgotten_articles);
delete from store.bands where document_id in (select document_id from replaced);
delete from store.resemblances
where document_id in (select document_id from replaced)
    or other_id in (select document_id from replaced);
delete from store.extractions where document_id in (select document_id from replaced);
delete from store.mentions where document_id in (select document_id from replaced);
delete from store.arguments where document_id in (select document_id from replaced);
delete from store.earlier_extractions where document_id in (select document_id from replaced);
delete from store.earlier_mentions where document_id in (select document_id from replaced);
delete from store.documents where document_id in (select document_id from replaced);

delete from store.fetches where url in (select name from forgotten_names);
delete from store.rejects
where address in (select name from forgotten_names)
    or url in (select name from forgotten_names)
    or reject_id in (
        select reject_id from store.rejects join forgotten_names on contains(error, name)
    );
update store.runs
set message = 'its message named what was taken down later'
where run_id in (select run_id from store.runs join forgotten_names on contains(message, name));

-- The inputs of earlier runs stay counted, under a fingerprint.
update store.inputs
set address = 'forgotten:' || left(sha256(address), 16), url = null
where document_id in (select document_id from replaced)
    or article_id in (select article_id from forgotten_articles)
    or address in (select name from forgotten_names)
    or url in (select name from forgotten_names);
