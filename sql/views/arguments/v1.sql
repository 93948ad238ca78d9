-- One row an argument of a mention: who or what takes part, and as what
select
    arguments.mention_id,
    arguments."role",
    substring(documents."text", start_char + 1, end_char - start_char) as "text",
    arguments.start_char,
    arguments.end_char,
    arguments.actor_id,
    arguments.name,
    arguments.position,
    arguments.document_id
from store.arguments
join store.event_mentions on event_mentions.mention_id = arguments.mention_id
join store.documents on documents.document_id = arguments.document_id
