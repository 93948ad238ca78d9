-- Takes over the lists of actors and codes, and notes of which actors they now say something else.
create or replace temp table known_changed as
select distinct actor_id
from (
    (from store.known_actors except from actors_known)
    union all
    (from actors_known except from store.known_actors)
);

delete from store.known_actors;
insert into store.known_actors by name from actors_known;
delete from store.event_types;
insert into store.event_types by name from event_types_known;

-- The documents in which somebody may now be another. With the same lists, those of this load.
create or replace temp table resolving as
select document_id
from store.documents
where getvariable('resolve_all')
    or (select count(*) from known_changed) > 0
    or document_id in (select document_id from loading);

insert into changed_actors select actor_id from known_changed;
insert into changed_mentions
select mention_id
from store.mentions
where document_id in (
    select document_id
    from store.arguments
    where actor_id in (select actor_id from known_changed)
);
