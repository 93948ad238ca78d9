-- Whom did Volodymyr Zelenskyy meet, and where?
select
    date_start::date as day,
    place,
    list_filter(participants, lambda name: name <> 'Volodymyr Zelenskyy') as others,
    evidence
from meetings
where list_contains(participants, 'Volodymyr Zelenskyy') and status = 'occurred'
order by day desc nulls last;
