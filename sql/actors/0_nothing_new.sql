-- No document comes or goes: only the lists of actors have changed.
create or replace temp table loading as select document_id from store.documents where false;
create or replace temp table told_before as select document_id from store.told;
create or replace temp table changed_mentions as select mention_id from store.mentions where false;
create or replace temp table changed_actors as select actor_id from store.actors where false;
create or replace temp table visited as select address from store.revisions where false;
create or replace temp table current_before as
select address, document_id from store.revisions where false;
