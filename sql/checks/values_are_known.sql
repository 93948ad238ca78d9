-- stop: kinds, states and precisions are those that are described
select mention_id, kind, status, date_precision, confidence
from store.mentions
where kind not in (select kind from store.event_types)
    or status not in (
        'occurred', 'ongoing', 'planned', 'proposed', 'conditional', 'cancelled', 'postponed',
        'denied'
    )
    or date_precision not in ('minute', 'day', 'week', 'month', 'quarter', 'year', 'none')
    or not confidence between 0 and 1;
