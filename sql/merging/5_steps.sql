-- What is said of the meetings and deals among those events, each thing by who said it first.
delete from store.steps where event_id in (select event_id from dirty);

insert into store.steps by name
select distinct on (event_id, status, attributes['stage'])
    event_id,
    mention_id,
    status,
    attributes['stage'] as stage,
    date_start,
    date_end,
    date_precision,
    published_at,
    source,
    evidence
from told_of
where kind <> 'statement'
order by
    event_id, status, attributes['stage'],
    published_at nulls last, is_copy, confidence desc,
    mention_id;
