-- One row a thread: a meeting or deal told as planned or negotiated, and what became of it
--
-- A thread is an event that some report told of before it was held or signed, with the later
-- events that it turned into: a meeting that was postponed and the next one of the same people; a
-- deal that was negotiated, agreed, signed, ratified by the same parties. Each step has its date and
-- the words that prove it. A plan of which nothing more was reported has no outcome.
--
-- For example:
--     select actors, planned_start::date as planned_for, planned_evidence
--     from threads
--     where kind = 'meeting' and outcome is null
--     order by planned_for desc nulls last
--     limit 10;
with recursive
events as (
    select
        *,
        list_sort(actor_ids) as company,
        coalesce(date_start, first_published_at) as at_first,
        coalesce(date_end, first_published_at) as at_last,
        list_position(
            ['negotiating', 'agreed', 'signed', 'ratified', 'in force', 'terminated'], stage
        ) as rung
    from store.merged_events
    where kind in ('meeting', 'deal_signing')
),
-- What one event turned into: the next of the same company that may follow on it.
follows as (
    select one.event_id, arg_min(next.event_id, (next.at_first, next.event_id)) as next_id
    from events as one
    join events as next
        on next.kind = one.kind
        and next.company = one.company
        and next.event_id <> one.event_id
        and next.at_first > one.at_first
    where len(one.company) > 1
        and next.first_published_at >= one.first_published_at
        and (
            (
                one.kind = 'meeting'
                and one.status = 'postponed'
                and next.at_first <= one.at_last + interval 180 days
            )
            or (
                one.kind = 'deal_signing'
                and next.rung > one.rung
                and one.status not in ('cancelled', 'denied')
                and next.at_first <= one.at_last + interval 2 years
                and coalesce(
                    lower(next.deal) = lower(one.deal), next.instrument = one.instrument, false
                )
            )
        )
    group by one.event_id
),
-- No event is the outcome of two.
links as (
    select arg_max(follows.event_id, (events.at_first, follows.event_id)) as event_id, next_id
    from follows
    join events using (event_id)
    group by next_id
),
chains as (
    select event_id as thread_id, event_id, 1 as place
    from events
    where event_id not in (select next_id from links)
        and (
            event_id in (select event_id from links)
            or event_id in (
                select event_id
                from store.steps
                where status in ('planned', 'proposed', 'conditional', 'postponed')
                    or stage = 'negotiating'
            )
        )
    union all
    select chains.thread_id, links.next_id, chains.place + 1
    from chains
    join links using (event_id)
),
told as (
    select
        chains.thread_id,
        chains.place,
        steps.*,
        steps.status in ('planned', 'proposed', 'conditional', 'postponed')
            or coalesce(steps.stage = 'negotiating', false) as is_open
    from chains
    join store.steps using (event_id)
),
stepped as (
    select
        thread_id,
        list(
            {
                'status': status, 'stage': stage, 'date_start': date_start, 'date_end': date_end,
                'date_precision': date_precision, 'told_at': published_at, 'source': source,
                'evidence': evidence, 'mention_id': mention_id, 'event_id': event_id
            }
            order by place, published_at nulls last, not is_open, mention_id
        ) as steps,
        arg_min(
            {
                'status': status, 'stage': stage, 'date_start': date_start, 'date_end': date_end,
                'evidence': evidence
            },
            (not is_open, place, coalesce(published_at, 'infinity'), mention_id)
        ) as plan,
        count(*) as n_steps
    from told
    group by thread_id
),
last_of as (
    select
        thread_id,
        list(event_id order by place) as event_ids,
        arg_max(event_id, place) as event_id
    from chains
    group by thread_id
)
select
    last_of.thread_id, -- Id of the first of its events
    events.kind, -- `meeting` or `deal_signing`
    events.names as actors, -- Names of those who meet or sign, each once
    events.actor_ids, -- Ids of those of them that have one
    stepped.plan.status as planned_as, -- How it was told first: `planned`, `proposed`, `conditional`
                                       -- …; of a deal that was negotiated or agreed, whether that
                                       -- is done
    stepped.plan.stage as planned_stage, -- Of a deal: what was planned or done, such as negotiating
    stepped.plan.date_start as planned_start, -- Start of the interval for which it was planned, or
                                              -- in which it was negotiated; null when no date was
                                              -- given
    stepped.plan.date_end as planned_end, -- End of that interval, itself outside
    stepped.plan.evidence as planned_evidence, -- The words that say so
    if(
        events.status in ('planned', 'proposed', 'conditional')
        or (events.stage = 'negotiating' and events.status in ('occurred', 'ongoing')),
        null,
        events.status
    ) as outcome, -- What became of it: `occurred`, `ongoing`, `cancelled`, `postponed` or `denied`;
                  -- null when nothing more was reported
    events.stage as outcome_stage, -- Of a deal: how far it came
    events.date_start as outcome_start, -- Start of the interval that is told of in the end
    events.date_end as outcome_end, -- End of that interval, itself outside
    events.evidence as outcome_evidence, -- The words that prove how it stands
    stepped.n_steps, -- How many steps there are
    stepped.steps, -- Each thing that was said of it, in order: `status`, `stage`, `date_start`,
                   -- `date_end`, `date_precision`, `told_at`, `source`, `evidence`, `mention_id`,
                   -- `event_id`
    last_of.event_ids -- Its events, in order
from last_of
join stepped using (thread_id)
join events on events.event_id = last_of.event_id
