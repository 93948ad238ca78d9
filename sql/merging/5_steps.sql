-- What is said of the meetings and deals among those events, each thing by who said it first.
delete from store.steps where event_id in (select event_id from dirty);

insert into store.steps by name
select distinct on (told_of.event_id, mentions.status, mentions.attributes['stage'])
    told_of.event_id,
    mentions.mention_id,
    mentions.status,
    mentions.attributes['stage'] as stage,
    mentions.date_start,
    mentions.date_end,
    mentions.date_precision,
    told_of.published_at,
    told_of.source,
    mentions.evidence
from told_of
join store.mentions using (mention_id)
where mentions.kind <> 'statement'
order by
    told_of.event_id, mentions.status, mentions.attributes['stage'],
    told_of.published_at nulls last, told_of.is_copy, mentions.confidence desc,
    mentions.mention_id;
