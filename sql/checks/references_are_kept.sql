-- stop: whatever a row refers to is there
select 'mention' as what, mention_id as id, document_id as refers_to
from checked_mentions
where document_id not in (select document_id from store.documents)
union all
select 'argument', mention_id, mention_id
from checked_arguments
where mention_id not in (select mention_id from checked_mentions)
union all
select 'extraction', document_id, document_id
from store.extractions
where document_id not in (select document_id from store.documents)
union all
select 'document without extraction', document_id, document_id
from store.documents
where document_id not in (select document_id from store.extractions)
union all
select 'document without revision', document_id, address
from store.documents
where document_id not in (select document_id from store.revisions)
union all
select 'duplicate', document_id, duplicate_of
from store.duplicates
where duplicate_of not in (select document_id from store.documents)
union all
select 'mention of an event', mention_id, event_id
from checked_event_mentions
where event_id not in (select event_id from checked_events)
    or mention_id not in (select mention_id from checked_mentions)
union all
select 'event', event_id, mention_id
from (
    select event_id, status_mention as mention_id from checked_events
    union all
    select event_id, evidence_mention from checked_events
    union all
    select event_id, date_mention from checked_events where date_mention is not null
    union all
    select event_id, place_mention from checked_events where place_mention is not null
)
anti join checked_event_mentions using (event_id, mention_id)
union all
select 'document of an argument', mention_id, arguments.document_id
from checked_arguments as arguments
join checked_mentions as mentions using (mention_id)
where arguments.document_id <> mentions.document_id
union all
select 'link', mention_id, other_id
from checked_links
anti join store.mentions using (mention_id)
union all
select 'link', mention_id, other_id
from checked_links as links
anti join store.mentions on mentions.mention_id = links.other_id
union all
select 'statement', mention_id, event_id
from checked_statements
anti join checked_event_mentions using (event_id, mention_id)
union all
select 'statement about a mention', mention_id, about_mention
from checked_statements_about
anti join store.statements using (mention_id)
union all
select 'statement about a mention', about.mention_id, about_mention
from checked_statements_about as about
anti join store.event_mentions on event_mentions.mention_id = about.about_mention
union all
select 'step', mention_id, event_id
from checked_steps
anti join checked_event_mentions using (event_id, mention_id)
union all
select 'contradiction', mention_id, event_id
from (
    select event_id, mention_id from checked_contradictions
    union all
    select event_id, other_mention from checked_contradictions
)
anti join checked_event_mentions using (event_id, mention_id)
union all
select 'example of an actor', actor_id, example_mention
from checked_actor_counts as counts
anti join store.event_mentions on event_mentions.mention_id = counts.example_mention
union all
select 'actor', actor_id, actor_id
from checked_actor_counts
anti join store.actors using (actor_id);
