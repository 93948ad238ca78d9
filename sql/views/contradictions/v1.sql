-- One row a pair of things that reports say of one event and cannot both be right
--
-- Status: held here, not held there. Date: two intervals of which neither lies in the other. Place:
-- two cities. Value: two sums that rounding does not explain. A plan that was carried out or called
-- off is no contradiction; it is a thread. Mentions with two separate days are never brought
-- together; where only a day or two keeps apart what different reports tell of the same company,
-- in one place or under one name, that is shown too, with the two events.
--
-- For example:
--     select what, said, evidence, other_said, other_evidence
--     from contradictions
--     where source <> other_source
--     limit 10;
with
apart as (
    select
        *,
        list_sort(actor_ids) as company
    from store.merged_events
    where kind in ('meeting', 'deal_signing')
        and status = 'occurred'
        and date_precision in ('minute', 'day')
        and len(actor_ids) > 1
),
pairs as (
    select event_id, event_id as other_event_id, what, mention_id, other_mention, said, other_said
    from store.contradictions
    union all
    select
        one.event_id,
        other.event_id,
        'date',
        dated.date_mention,
        other_dated.date_mention,
        strftime(one.date_start, '%Y-%m-%d'),
        strftime(other.date_start, '%Y-%m-%d')
    from apart as one
    join apart as other
        on other.kind = one.kind and other.company = one.company
        and other.date_start >= one.date_end
        and other.date_start < one.date_end + interval 2 days
    join store.events as dated on dated.event_id = one.event_id
    join store.events as other_dated on other_dated.event_id = other.event_id
    where coalesce(
            one.place = other.place, lower(one.deal) = lower(other.deal),
            one.instrument = other.instrument, false
        )
        and coalesce(one.country = other.country, true)
        and abs(epoch(one.first_published_at - other.first_published_at)) <= 3 * 86400
        and not list_has_any(one.document_ids, other.document_ids)
)
select
    pairs.event_id, -- Id of the event: it holds as long as no earlier telling of it turns up
    pairs.other_event_id, -- The same, or the event that only its date keeps apart
    one.kind, -- `meeting`, `statement` or `deal_signing`
    pairs.what, -- `status`, `date`, `place` or `value`
    pairs.said, -- What one says
    pairs.other_said, -- What the other says
    one.evidence, -- The words of the one
    other.evidence as other_evidence, -- The words of the other
    told.source, -- Name of the source of the one
    other_told.source as other_source, -- Name of the source of the other
    told.published_at, -- When the one was published, UTC
    other_told.published_at as other_published_at, -- When the other was published, UTC
    pairs.mention_id, -- Id of the one mention
    pairs.other_mention as other_mention_id -- Id of the other mention
from pairs
join store.mentions as one on one.mention_id = pairs.mention_id
join store.mentions as other on other.mention_id = pairs.other_mention
join store.told on told.document_id = one.document_id
join store.told as other_told on other_told.document_id = other.document_id
