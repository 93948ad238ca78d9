-- The state in which each input of this load ends.
create or replace temp table outcomes as
with
said as (
    select distinct on (source, address, stage) * from staged_rejects
    order by source, address, stage, reason
),
judged as (
    select
        arrivals.article_id, arrivals.source, arrivals.address, arrivals.url,
        arrivals.document_id,
        loading.is_kept, loading.n_mentions, duplicates.duplicate_of,
        case
            when loading.document_id is not null then null
            when turned_away.article_id is not null then
                {'stage': 'load', 'reason': 'forgotten', 'error': 'it was taken down'}
            when misread.document_id is not null then
                {'stage': 'load', 'reason': 'extent outside text', 'error':
                    'the extractor points outside the text of document ' || arrivals.document_id}
            when arrivals.document_id is null and cleaning.stage is not null then
                {'stage': 'clean', 'reason': cleaning.reason, 'error': cleaning.error}
            when arrivals.document_id is null then
                {'stage': 'load', 'reason': 'not cleaned', 'error':
                    'cleaning gave neither a document nor a reason for article '
                    || arrivals.article_id}
            when reading.stage is not null then
                {'stage': 'extract', 'reason': reading.reason, 'error': reading.error}
            else
                {'stage': 'load', 'reason': 'not extracted', 'error':
                    'extraction said nothing about document ' || arrivals.document_id}
        end as refusal,
        coalesce(cleaning.attempts, reading.attempts, 1) as attempts,
        -- Several articles can be one document, when only their markup differs.
        row_number() over (partition by loading.document_id order by arrivals.article_id) as place
    from arrivals
    left join loading using (document_id)
    left join misread using (document_id)
    left join turned_away on turned_away.article_id = arrivals.article_id
    left join store.duplicates using (document_id)
    left join said as cleaning
        on cleaning.source = arrivals.source and cleaning.address = arrivals.address
        and cleaning.stage = 'clean'
    left join said as reading
        on reading.source = arrivals.source and reading.address = arrivals.address
        and reading.stage = 'extract'
)
select
    source, address, url, article_id, document_id,
    case
        when refusal is not null then 'rejected'
        when is_kept or place > 1 then 'unchanged'
        when duplicate_of is not null then 'duplicate'
        when n_mentions > 0 then 'loaded'
        else 'nothing_found'
    end as state,
    if(state = 'duplicate', duplicate_of, null) as duplicate_of,
    refusal.stage as stage,
    refusal.reason as reason,
    refusal.error as error,
    null::timestamp as "at",
    attempts
from judged;

-- Rejects that speak of no article: those of ingestion, and any that would be lost otherwise.
insert into outcomes
select
    source, address, any_value(url), null, null, 'rejected', null, stage, reason,
    arg_max(error, "at"), max("at"), sum(attempts)
from staged_rejects as rejects
where not exists (
    from outcomes
    where outcomes.source = rejects.source and outcomes.address = rejects.address
        and outcomes.stage = rejects.stage and outcomes.reason = rejects.reason
)
group by source, address, stage, reason;

insert into outcomes
select
    seen.source, seen.address, null, seen.article_id, articles.document_id, 'unchanged', null, null,
    null, null, max(seen."at"), 1
from staged_unchanged as seen
left join store.articles on articles.article_id = seen.article_id
where seen.article_id is null or seen.article_id not in (select article_id from arrivals)
group by seen.source, seen.address, seen.article_id, articles.document_id;

-- Of what was taken down nothing is shown, not even when it is turned away.
create or replace temp table shown as
select
    outcomes.* replace (
        store.shown(address) as address,
        if(is_hidden, null, url) as url,
        if(is_hidden, 'it was taken down', error) as error
    )
from (
    select *, store.is_forgotten(address) or coalesce(store.is_forgotten(url), false) as is_hidden
    from outcomes
) as outcomes;

insert into store.inputs
select
    getvariable('run_id'), source, address, url, article_id, document_id, state, duplicate_of,
    stage, reason, coalesce("at", getvariable('now'))
from shown;

-- Inputs that got through are no longer rejected; those turned away again are counted again.
create or replace temp table refused as
select
    left(md5(to_json([source, address, stage, reason])::varchar), 16) as reject_id,
    source, address, any_value(url) as url, stage, reason, arg_max(error, "at") as error,
    min("at") as first_at, max("at") as last_at, sum(attempts) as attempts
from (
    select * exclude ("at", attempts), coalesce("at", getvariable('now')) as "at", attempts
    from shown
    where state = 'rejected'
)
group by source, address, stage, reason;

create or replace temp table refused_before as
select * from store.rejects where reject_id in (select reject_id from refused);

delete from store.rejects
where reject_id in (select reject_id from refused)
    or (source, address) in (
        select (source, address) from outcomes
        except
        select (source, address) from refused
    );

insert into store.rejects
select
    refused.reject_id, refused.source, refused.address, refused.url, refused.stage,
    refused.reason, refused.error,
    least(refused.first_at, before.first_at),
    greatest(refused.last_at, before.last_at),
    refused.attempts + coalesce(before.attempts, 0)
from refused
left join refused_before as before using (reject_id);

-- The last answer of each URL that was fetched.
delete from store.fetches where url in (select url from staged_fetches);
insert into store.fetches
select distinct on (url) source, url, status, "at", etag, last_modified
from staged_fetches
where not store.is_forgotten(url)
order by url, "at" desc, status;

insert into store.loaded_parts select folder, part from parts_loaded;
