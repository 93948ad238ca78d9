-- How many mentions that count name each of these actors.
delete from store.actor_counts where actor_id in (select actor_id from recounted);

insert into store.actor_counts by name
with named as (
    select
        actor_id,
        mention_id,
        document_id,
        -- "He told me" is no good example of a name.
        bool_or(coalesce(contains("text", name), false)) as is_by_name
    from store.arguments
    where actor_id in (select actor_id from recounted)
    group by actor_id, mention_id, document_id
)
select
    named.actor_id,
    count(*) as n_mentions,
    count(distinct named.document_id) as n_documents,
    count(distinct reports.origin) as n_sources,
    min(reports.published_at) as first_published_at,
    max(reports.published_at) as last_published_at,
    arg_min(
        mention_id, (not named.is_by_name, -mentions.confidence, mention_id)
    ) as example_mention
from named
join store.mentions using (mention_id)
join store.reports on reports.document_id = named.document_id
group by named.actor_id;
