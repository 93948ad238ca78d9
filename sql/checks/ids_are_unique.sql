-- stop: no id names two rows
with ids as (
    select 'document' as what, document_id as id from store.documents
    union all select 'article', article_id from store.articles
    union all select 'extraction', document_id from store.extractions
    union all select 'revision', address || ' ' || document_id from store.revisions
    union all select 'duplicate', document_id from store.duplicates
    union all select 'mention', mention_id from checked_mentions
    union all select 'argument', mention_id || ' ' || position from checked_arguments
    union all select 'event', event_id from checked_events
    union all select 'merged event', event_id from checked_merged_events
    union all select 'mention of an event', mention_id from checked_event_mentions
    union all select 'statement', mention_id from checked_statements
    union all select 'actor', actor_id from store.actors
    union all select 'count of an actor', actor_id from checked_actor_counts
    union all select 'reject', reject_id from store.rejects
    union all select 'run', run_id from store.runs
    union all select 'url', url from store.fetches
)
select what, id, count(*) as times
from ids
group by what, id
having times > 1;
