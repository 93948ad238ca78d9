-- ACLED's columns in order, with its precision codes; empty is what nobody said
-- ACLED counts no meetings, statements or deals: event_type is the kind, as this program calls it.
-- Only what has happened, or is happening: ACLED has no way to say that something is a plan.
select
    case
        when status not in ('occurred', 'ongoing') then 'they have not happened'
        when attributes['attitude'] = 'belief' then 'beliefs, which nobody stated'
        when not is_placed then 'no words say when'
    end as left_out,
    if(
        len(doing) + len(addressed) > 2, 'with more than two actors: a row has room for two', null
    ) as noted,
    event_id as event_id_cnty,
    -- The first day it can have been: time_precision says of how long a time.
    if(
        date_basis = 'report' or date_precision in ('minute', 'day', 'week', 'month'),
        strftime(starts, '%Y-%m-%d'), null
    ) as event_date,
    if(
        date_trunc('year', starts) = date_trunc('year', ends - interval 1 microsecond),
        year(starts), null
    ) as year,
    case
        when date_precision in ('minute', 'day') then 1
        when date_precision = 'week' then 2
        when date_precision = 'month' then 3
    end as time_precision,
    null::varchar as disorder_type,
    kind as event_type,
    coalesce(attributes['format'], attributes['stage'], attributes['speech_act'])
        as sub_event_type,
    list_concat(doing, addressed)[1].name as actor1,
    null::varchar as assoc_actor_1,
    null::int as inter1,
    list_concat(doing, addressed)[2].name as actor2,
    null::varchar as assoc_actor_2,
    null::int as inter2,
    null::int as interaction,
    null::varchar as civilian_targeting,
    "numeric" as iso,
    null::varchar as region,
    country_name as country,
    null::varchar as admin1,
    null::varchar as admin2,
    null::varchar as admin3,
    place as location,
    null::double as latitude,
    null::double as longitude,
    case
        when place_kind in ('capital', 'city', 'venue') then 1
        when place_kind = 'region' then 2
        when place_kind = 'country' or (place is null and country is not null) then 3
    end as geo_precision,
    array_to_string(sources, '; ') as source,
    null::varchar as source_scale,
    evidence as notes,
    null::int as fatalities,
    null::varchar as tags,
    null::bigint as "timestamp"
from exported_events(
    $since::date, $until::date, $kinds, $statuses, $report_dates, $first_id, $last_id
)
order by event_id
