-- Whether words name somebody is for linking to say.
drop view store.participants;
drop macro store.is_pronoun;

-- Those who take part in a mention.
create view store.participants as
select
    mention_id,
    document_id,
    position,
    start_char,
    end_char,
    actor_id,
    name
from store.arguments
where "role" in ('participant', 'host', 'visitor', 'party', 'speaker');
