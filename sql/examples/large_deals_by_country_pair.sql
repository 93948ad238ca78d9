-- Between which countries were deals of a billion dollars or more signed, and what are they worth?
with
asked as (select 1e9 as least, 'USD' as currency),
large as (
    select event_id, party_ids, value
    from deal_signings, asked
    where deal_signings.currency = asked.currency and value >= least and status = 'occurred'
),
parties as (
    select distinct large.event_id, large.value, actors.country
    from large, unnest(party_ids) as party(actor_id)
    join actors on actors.actor_id = party.actor_id
    where actors.country is not null
)
select one.country as one, other.country as other, count(*) as deals, sum(one.value) as worth
from parties as one
join parties as other on other.event_id = one.event_id and one.country < other.country
group by one.country, other.country
order by worth desc, one, other;
