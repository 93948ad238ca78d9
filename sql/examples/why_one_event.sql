-- Why are several mentions taken for one event?
with several as (
    select event_id
    from event_mentions
    group by event_id
    having count(*) > 1
    order by count(*) desc, event_id
    limit 20
)
select event_mentions.event_id, mentions.evidence, event_mentions.score, event_mentions.reasons
from several
join event_mentions using (event_id)
join mentions using (mention_id)
order by event_mentions.event_id, event_mentions.score desc, mention_id;
