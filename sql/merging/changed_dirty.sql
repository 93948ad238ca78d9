-- The events that may be told otherwise than before this load: those whose mentions were linked
-- anew, those that are gone, and those whose reports, actors or codes have changed.
create or replace temp table dirty as
with
documents_changed as (
    select document_id
    from (
        (from store.reports except from reports_before)
        union all
        (from reports_before except from store.reports)
    )
),
actors_changed as (
    select actor_id
    from (
        (select actor_id, name, kind from store.actors except from actors_before)
        union all
        (from actors_before except select actor_id, name, kind from store.actors)
    )
)
select event_id
from store.event_mentions
where mention_id in (select mention_id from touched)
union
select event_id from events_before
union
select event_id
from store.mentions
join store.event_mentions using (mention_id)
where document_id in (select document_id from documents_changed)
union
select event_id
from store.arguments
join store.event_mentions using (mention_id)
where actor_id in (select actor_id from actors_changed)
union
select event_id
from store.events
where exists (from store.event_types except from event_types_before)
    or exists (from event_types_before except from store.event_types)
    or exists (from store.cities except from cities_before)
    or exists (from cities_before except from store.cities)
    or exists (from store.event_words except from event_words_before)
    or exists (from event_words_before except from store.event_words);

-- The documents of which other mentions count than before, or say something else.
create or replace temp table reread as
select document_id
from store.mentions
where mention_id in (select mention_id from changed_mentions)
union
select document_id
from (
    (from store.reports except from reports_before)
    union all
    (from reports_before except from store.reports)
)
union
select document_id
from store.documents
where exists (from store.event_words except from event_words_before)
    or exists (from event_words_before except from store.event_words);

create or replace temp table recounted as select distinct actor_id from changed_actors;
