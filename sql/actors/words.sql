-- What the words for the changed actors say of them, each time they stand in a document that counts.
create or replace temp table words_said as
select actors_read.*, arguments.mention_id, told.published_at
from actors_read
join store.arguments
    on arguments.actor_id = actors_read.actor_id and arguments."text" = actors_read.words
join store.told using (document_id);
