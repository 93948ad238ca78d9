-- Why are several mentions taken for one event?
select event_mentions.event_id, mentions.evidence, event_mentions.score, event_mentions.reasons
from event_mentions
join mentions using (mention_id)
qualify count(*) over (partition by event_mentions.event_id) > 1
order by event_mentions.event_id, event_mentions.score desc, mention_id;
