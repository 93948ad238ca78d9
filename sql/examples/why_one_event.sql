-- Why are several mentions taken for one event?
with several as (
    select event_id
    from events
    where n_mentions > 1
    order by n_mentions desc, event_id
    limit 20
)
select event_mentions.event_id, mentions.evidence, event_mentions.score, event_mentions.reasons
from several
join event_mentions using (event_id)
join mentions using (mention_id)
order by event_mentions.event_id, event_mentions.score desc, mention_id;
