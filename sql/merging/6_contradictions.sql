-- What the mentions of one of those events say and cannot both be right. Each thing that is said
-- is given by the surest mention that says it. Places are compared when both are cities: a palace
-- stands in one, and a country holds many.
delete from store.contradictions where event_id in (select event_id from dirty);

insert into store.contradictions by name
with
several as (
    from told_of
    qualify count(*) over (partition by event_id) > 1
),
said as (
    select
        several.event_id,
        several.mention_id,
        several.confidence,
        several.published_at,
        unnest([
            {
                'what': 'status',
                'said': case
                    when status in ('occurred', 'ongoing') then 'held'
                    when status in ('cancelled', 'postponed', 'denied') then 'not held'
                end,
                'shown': status
            },
            {
                'what': 'date',
                'said': date_start::varchar || ' ' || date_end::varchar,
                'shown': if(
                    date_precision in ('minute', 'day'),
                    strftime(date_start, '%Y-%m-%d'),
                    strftime(date_start, '%Y-%m-%d') || ' to '
                        || strftime(date_end - interval 1 microsecond, '%Y-%m-%d')
                )
            },
            {'what': 'place', 'said': cities.name, 'shown': place},
            {
                'what': 'value',
                'said': (attributes['value']::double)::varchar || ' ' || attributes['currency'],
                'shown': attributes['value'] || ' ' || attributes['currency']
            }
        ], recursive := true)
    from several
    left join store.cities on cities.words = several.place
),
known as (
    select
        event_id,
        what,
        said,
        arg_min(mention_id, (-confidence, published_at, mention_id)) as mention_id,
        arg_min(shown, (-confidence, published_at, mention_id)) as shown
    from said
    where said is not null
    group by event_id, what, said
)
select
    one.event_id,
    one.what,
    one.mention_id,
    other.mention_id as other_mention,
    one.shown as said,
    other.shown as other_said
from known as one
join known as other
    on other.event_id = one.event_id and other.what = one.what and other.said > one.said
join told_of as first_told on first_told.mention_id = one.mention_id
join told_of as then_told on then_told.mention_id = other.mention_id
where case one.what
    when 'status' then true
    when 'place' then true
    -- One day of a week that another report names is no contradiction.
    when 'date' then not (
        (first_told.date_start <= then_told.date_start and then_told.date_end <= first_told.date_end)
        or (
            then_told.date_start <= first_told.date_start
            and first_told.date_end <= then_told.date_end
        )
    )
    -- Nor are figures that are rounded.
    when 'value' then
        first_told.attributes['currency'] = then_told.attributes['currency']
        and abs(first_told.attributes['value']::double - then_told.attributes['value']::double)
            > 0.05 * greatest(
                first_told.attributes['value']::double, then_told.attributes['value']::double
            )
end;
