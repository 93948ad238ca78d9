-- The checks look at everything.
create or replace temp view checked_mentions as from store.mentions;
create or replace temp view checked_arguments as from store.arguments;
create or replace temp view checked_events as from store.events;
create or replace temp view checked_event_mentions as from store.event_mentions;
create or replace temp view checked_merged_events as from store.merged_events;
create or replace temp view checked_statements as from store.statements;
create or replace temp view checked_statements_about as from store.statements_about;
create or replace temp view checked_steps as from store.steps;
create or replace temp view checked_contradictions as from store.contradictions;
create or replace temp view checked_links as from store.links;
create or replace temp view checked_actor_counts as from store.actor_counts;
