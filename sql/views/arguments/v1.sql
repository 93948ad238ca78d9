-- One row an argument of a mention: who or what takes part, and as what
--
-- For example:
--     select role, name, count(*) as times
--     from arguments
--     where actor_id is not null
--     group by role, name
--     order by times desc
--     limit 20;
select
    arguments.mention_id, -- Id of the mention: a hash of its document, kind and place in the text
    arguments."role", -- `participant`, `host`, `visitor`, `topic` (meetings); `speaker`,
                      -- `addressee`, `content` (statements); `party`, `agreement`, `value` (deals);
                      -- `place`, `time`
    arguments."text", -- The words
    arguments.start_char, -- Where they start
    arguments.end_char, -- Where they end
    arguments.actor_id, -- Id of the actor; the same in all documents
    arguments.name, -- Who the words stand for, when they are a pronoun, a title or a short name
    arguments.position, -- Place among the arguments of the mention, from 0
    arguments.document_id -- Id of the document: a hash of its address, title and text
from store.arguments
join store.event_mentions on event_mentions.mention_id = arguments.mention_id
