-- What merged events rest on besides their mentions, before this load.
create or replace temp table reports_before as from store.reports;
create or replace temp table actors_before as select actor_id, name, kind from store.actors;
create or replace temp table event_types_before as from store.event_types;
create or replace temp table cities_before as from store.cities;
create or replace temp table event_words_before as from store.event_words;
