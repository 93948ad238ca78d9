-- How often did each two countries meet in each quarter: the dyads of a panel?
-- A meeting that no words date counts in the quarter of its first report.
with countries as (
    select distinct
        meetings.event_id,
        date_trunc('quarter', coalesce(date_start, first_published_at)) as quarter,
        actors.country
    from meetings, unnest(participant_ids) as participant(actor_id)
    join actors on actors.actor_id = participant.actor_id
    where meetings.status in ('occurred', 'ongoing') and actors.country is not null
)
select one.quarter::date as quarter, one.country as one, other.country as other, count(*) as meetings
from countries as one
join countries as other on other.event_id = one.event_id and one.country < other.country
group by one.quarter, one.country, other.country
order by quarter desc nulls last, meetings desc, one, other
limit 1000;
