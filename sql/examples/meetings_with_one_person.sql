-- Whom did Volodymyr Zelenskyy meet in a month, and where?
with asked as (select 'Volodymyr Zelenskyy' as person, date '2025-05-01' as month)
select
    date_start::date as day,
    date_precision,
    place,
    list_filter(participants, lambda name: name <> person) as others,
    format,
    evidence
from meetings, asked
where list_contains(participants, person)
    and status in ('occurred', 'ongoing')
    and date_start < month + interval 1 month
    and date_end > month
order by day, event_id;
