-- Every event, those that are gone included.
create or replace temp table dirty as
select event_id from store.events
union
select event_id from store.merged_events;

create or replace temp table recounted as
select actor_id from store.actors
union
select actor_id from store.actor_counts;

create or replace temp table reread as select document_id from store.documents;

delete from store.merged_with;
insert into store.merged_with values (getvariable('merging_rules'));
