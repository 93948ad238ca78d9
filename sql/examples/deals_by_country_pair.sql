-- Between which countries were deals signed, and how many?
with parties as (
    select distinct deal_signings.event_id, actors.country
    from deal_signings, unnest(party_ids) as party(actor_id)
    join actors on actors.actor_id = party.actor_id
    where deal_signings.status = 'occurred' and actors.country is not null
)
select one.country as one, other.country as other, count(*) as deals
from parties as one
join parties as other on other.event_id = one.event_id and one.country < other.country
group by one.country, other.country
order by deals desc, one.country, other.country;
