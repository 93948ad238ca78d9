-- How many mentions that count name each of these actors.
delete from store.actor_counts where actor_id in (select actor_id from recounted);

insert into store.actor_counts by name
with
named as (
    select distinct actor_id, mention_id, document_id
    from store.arguments
    where actor_id in (select actor_id from recounted)
),
told as (
    select named.actor_id, mentions.mention_id, mentions.confidence, named.document_id
    from named
    join store.mentions using (mention_id)
    join store.event_mentions using (mention_id)
)
select
    told.actor_id,
    count(*) as n_mentions,
    count(distinct told.document_id) as n_documents,
    count(distinct reports.origin) as n_sources,
    min(reports.published_at) as first_published_at,
    max(reports.published_at) as last_published_at,
    arg_min(told.mention_id, (-told.confidence, told.mention_id)) as example_mention
from told
join store.reports on reports.document_id = told.document_id
group by told.actor_id;
