-- stop: kinds, states, roles and precisions are those that are described
select 'mention' as what, mention_id as id, {
        'kind': kind, 'status': status, 'precision': date_precision, 'basis': date_basis,
        'confidence': confidence, 'stage': attributes['stage'],
        'quote type': attributes['quote_type']
    }::varchar as found
from checked_mentions
where kind not in (select kind from store.event_types)
    or status not in (
        'occurred', 'ongoing', 'planned', 'proposed', 'conditional', 'cancelled', 'postponed',
        'denied'
    )
    or date_precision not in ('minute', 'day', 'week', 'month', 'quarter', 'year', 'none')
    or date_basis not in (
        'explicit', 'relative to publication', 'relative to another date', 'none'
    )
    or attributes['stage'] not in (
        'negotiating', 'agreed', 'signed', 'ratified', 'in force', 'terminated'
    )
    or attributes['quote_type'] not in ('direct', 'indirect', 'mixed')
    or not confidence between 0 and 1
union all
select 'argument', mention_id, "role"
from checked_arguments
where "role" not in (
        'participant', 'host', 'visitor', 'topic', 'speaker', 'addressee', 'content', 'party',
        'agreement', 'value', 'place', 'time'
    )
union all
select 'duplicate', document_id, kind from store.duplicates where kind not in ('exact', 'near')
union all
select 'reject', reject_id, stage
from store.rejects
where stage not in ('ingest', 'clean', 'extract', 'load')
union all
select 'run', run_id, state
from store.runs
where state not in ('running', 'completed', 'failed', 'interrupted')
union all
select 'score', "set" || ' ' || measure, "value"::varchar
from store.scorecard
where not "value" between 0 and 1;
