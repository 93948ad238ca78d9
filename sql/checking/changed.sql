-- The checks look at what a load may have changed: its documents and those that it replaces or
-- makes count otherwise, the events that it makes anew, and all mentions of either.
create or replace temp table some_documents as
select document_id from loading
union
select document_id from replaced
union
select document_id from changed_documents
union
select document_id from renamed;

create or replace temp table some_events as
select event_id from dirty
union
select event_id
from store.event_mentions
where mention_id in (
    select mention_id from changed_mentions
    union all
    select mention_id from touched
);

create or replace temp table some_event_mentions as
from store.event_mentions where event_id in (select event_id from some_events);

-- First which rows, then what is in them: to read all of a large table takes longer than to check
-- some of it.
create or replace temp table some_mentions as
from store.mentions
where rowid in (
    select rowid from store.mentions where document_id in (select document_id from some_documents)
    union
    select rowid from store.mentions where mention_id in (select mention_id from some_event_mentions)
);

create or replace temp table some_arguments as
from store.arguments
where rowid in (
    select rowid from store.arguments where document_id in (select document_id from some_documents)
    union
    select rowid from store.arguments where mention_id in (select mention_id from some_mentions)
);

create or replace temp table some_statements as
from store.statements
where rowid in (
    select rowid from store.statements where event_id in (select event_id from some_events)
    union
    select rowid from store.statements where mention_id in (select mention_id from some_mentions)
);

create or replace temp view checked_mentions as from some_mentions;
create or replace temp view checked_arguments as from some_arguments;
create or replace temp view checked_event_mentions as from some_event_mentions;
create or replace temp view checked_statements as from some_statements;
create or replace temp view checked_events as
from store.events where event_id in (select event_id from some_events);
create or replace temp view checked_merged_events as
from store.merged_events where event_id in (select event_id from some_events);
create or replace temp view checked_statements_about as
from store.statements_about
where document_id in (select document_id from some_mentions)
    or document_id in (select document_id from some_documents);
create or replace temp view checked_steps as
from store.steps
where event_id in (select event_id from some_events)
    or mention_id in (select mention_id from some_mentions);
create or replace temp view checked_contradictions as
from store.contradictions
where event_id in (select event_id from some_events)
    or mention_id in (select mention_id from some_mentions);
create or replace temp view checked_links as
from store.links
where mention_id in (select mention_id from changed_mentions)
    or other_id in (select mention_id from changed_mentions);
create or replace temp view checked_actor_counts as
from store.actor_counts where actor_id in (select actor_id from recounted);
