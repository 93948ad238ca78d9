-- The addresses at which is, or was, what is asked for by its address, its URL or an id.
create or replace temp table forgotten_addresses as
select address
from (
    select address, url, document_id, article_id from store.documents
    union all
    select address, url, document_id, article_id from store.articles
    union all
    select address, url, null, null from store.rejects
)
where address in (select name from asked) or url in (select name from asked)
    or document_id in (select name from asked) or article_id in (select name from asked)
union
select address from staged_addresses;

-- Every text that was ever at these addresses, and the same text wherever else it is.
create or replace temp table replaced as
with texts as (
    select document_id, content_hash
    from store.documents
    where address in (select address from forgotten_addresses)
)
select document_id from texts
union
select document_id
from store.documents
where content_hash <> '' and content_hash in (select content_hash from texts);

create or replace temp table forgotten_articles as
select article_id, address, url
from store.articles
where address in (select address from forgotten_addresses)
    or document_id in (select document_id from replaced);

-- By what the addresses themselves are known.
create or replace temp table forgotten_names as
select distinct name
from (
    select address as name from forgotten_addresses
    union all
    select url from forgotten_articles where address in (select address from forgotten_addresses)
    union all
    select url from store.documents where address in (select address from forgotten_addresses)
    union all
    select url from store.rejects where address in (select address from forgotten_addresses)
)
where name is not null;
