-- One row a month and a pair of actors: how often they met and signed, and how often it was planned
--
-- The month is that of the date; where the text gives none, that of the first report; null where it
-- gives only a quarter or a year. Each pair is there once; common nouns (“their teams”) are in none,
-- nor is anybody with the own country.
--
-- For example:
--     select month, actor, other_actor, n_meetings, n_deals
--     from actor_pairs_by_month
--     order by month desc, n_meetings desc
--     limit 10;
with
events as (
    select
        event_id,
        n_reports,
        actor_ids,
        kind = 'meeting' and status in ('occurred', 'ongoing') as is_meeting,
        kind = 'deal_signing' and status in ('occurred', 'ongoing') as is_deal,
        status in ('planned', 'proposed', 'conditional') as is_planned,
        case
            when date_precision = 'none' then date_trunc('month', first_published_at)
            when date_precision not in ('quarter', 'year') then date_trunc('month', date_start)
        end as month
    from store.merged_events
    where kind in ('meeting', 'deal_signing') and len(actor_ids) > 1
),
members as (
    select *, unnest(actor_ids) as actor_id from events
),
pairs as (
    select *
    from (select * exclude (actor_ids), unnest(actor_ids) as other_id from members)
    where actor_id < other_id
),
known as (
    select actor_id, name, kind, country
    from store.actors
    where kind is null or kind not in ('pronoun', 'unnamed', 'group')
),
counted as (
    select
        month,
        actor_id,
        other_id,
        count(*) filter (is_meeting) as n_meetings,
        count(*) filter (is_deal) as n_deals,
        count(*) filter (is_planned) as n_planned,
        count(*) filter (not (is_meeting or is_deal or is_planned)) as n_not_held,
        sum(n_reports)::bigint as n_reports
    from pairs
    group by month, actor_id, other_id
)
select
    counted.month::date as month, -- First day of the month
    one.name as actor, -- Name of the one
    other.name as other_actor, -- Name of the other
    counted.actor_id, -- Id of the one, which sorts before that of the other
    counted.other_id as other_actor_id, -- Id of the other
    counted.n_meetings, -- How many meetings of both were held
    counted.n_deals, -- How many deals they came to
    counted.n_planned, -- How many of either are planned, and nobody reported more
    counted.n_not_held, -- How many of either were cancelled, postponed, or said not to have happened
    counted.n_reports -- How many independent reports tell of all these
from counted
join known as one on one.actor_id = counted.actor_id
join known as other on other.actor_id = counted.other_id
where one.country is distinct from other.country
    or (
        one.kind is distinct from 'country' and other.kind is distinct from 'country'
    )
