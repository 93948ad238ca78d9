-- Which signed deals are worth most, in each currency?
select currency, value, parties, coalesce(deal, instrument) as deal, date_start::date as day, evidence
from deal_signings
where status = 'occurred' and value is not null
qualify row_number() over (partition by currency order by value desc, event_id) <= 10
order by currency, value desc, event_id;
