-- One row a mention of an event: why it is taken to tell of that event
select
    event_mentions.event_id,
    event_mentions.mention_id,
    event_mentions.score,
    event_mentions.reasons
from store.event_mentions
