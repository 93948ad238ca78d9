-- How much there is to take down: addresses, texts, those of them at other addresses, mentions.
select
    (select count(*) from forgotten_addresses),
    (select count(*) from replaced),
    (
        select count(*)
        from store.documents
        where document_id in (select document_id from replaced)
            and address not in (select address from forgotten_addresses)
    ),
    (select count(*) from store.mentions where document_id in (select document_id from replaced));
