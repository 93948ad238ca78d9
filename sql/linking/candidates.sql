-- Pairs of mentions to judge: they share a key, and at least one of them is new to it or its
-- landmark only now.
with
blocks as materialized (
    select
        mention_id, key,
        row_number() over (partition by key order by mention_id) as place
    from store.mention_keys
    where key in (
        select key from store.mention_keys where mention_id in (select mention_id from anew)
        union
        select key from landmarks_changed where is_landmark
    )
),
asking as (
    select mention_id, key, place
    from blocks
    where mention_id in (select mention_id from anew)
        or (mention_id, key) in (select (mention_id, key) from landmarks_changed where is_landmark)
),
sharing as (
    select distinct
        least(asking.mention_id, other.mention_id) as mention_id,
        greatest(asking.mention_id, other.mention_id) as other_id
    from asking
    join blocks as other on other.key = asking.key and other.mention_id <> asking.mention_id
    where least(asking.place, other.place) <= getvariable('landmarks')
),
-- Some are linked already, by another key.
pairs as materialized (
    select *
    from sharing
    where (mention_id, other_id) not in (select (mention_id, other_id) from store.links)
),
facts as materialized (
    select
        mention_id, document_id, date_start, date_end, country, place, published_at,
        kind = 'deal_signing' as is_deal,
        status in ('planned', 'proposed', 'conditional') as is_plan,
        status in ('occurred', 'ongoing') as is_held,
        status = 'occurred' or (status = 'ongoing' and kind <> 'deal_signing') as is_done,
        attributes['name'] is not null
            or coalesce(attributes['format'] = 'summit', false) as is_of_body,
        attributes['instrument'] as instrument,
        try_cast(attributes['value'] as double) as "value"
    from store.mentions
    join store.documents using (document_id)
    where mention_id in (select mention_id from pairs union select other_id from pairs)
),
compared as (
    select
        pairs.mention_id,
        pairs.other_id,
        one,
        other,
        if(one.date_start is null, other, one) as dated,
        if(one.date_start is null, one, other) as undated,
        one.document_id = other.document_id as is_in_one_document,
        coalesce(one.place = other.place, false) as is_in_one_place,
        coalesce(one."value" = other."value", false) as is_of_one_value,
        coalesce(one.instrument = other.instrument, false) as is_of_one_kind,
        one.is_of_body or other.is_of_body as is_of_body,
        one.is_plan and other.is_plan as are_plans,
        abs(epoch(one.published_at - other.published_at)) / 86400 as days_apart
    from pairs
    join facts as one on one.mention_id = pairs.mention_id
    join facts as other on other.mention_id = pairs.other_id
),
-- For how many days before the dated one, and after it, the other may tell of it without a date.
windows as (
    select
        *,
        case
            when not undated.is_plan then if(undated.is_done, 1, apart_days)
            when are_plans and days_apart <= apart_days
                then if(dated.is_deal, recalled_days, announced_days)
            when dated.is_deal then if(dated.is_plan, apart_days, recalled_days)
            else if(is_in_one_place, announced_days, fresh_days)
        end as days_before,
        case
            when undated.is_plan then apart_days
            when dated.is_deal
                then if(
                    is_in_one_place or is_of_one_value or is_of_one_kind, recalled_days, apart_days
                )
            when not undated.is_held then apart_days
            else if(is_in_one_place or is_of_body, remembered_days, fresh_days)
        end as days_after
    from compared
    cross join (
        select
            getvariable('apart_days') as apart_days,
            getvariable('fresh_days') as fresh_days,
            getvariable('announced_days') as announced_days,
            getvariable('remembered_days') as remembered_days,
            getvariable('recalled_days') as recalled_days
    )
)
select mention_id, other_id
from windows
-- What linking would refuse in any case is not worth its while: `readout.linking.timing`.
where coalesce(one.date_start < other.date_end and other.date_start < one.date_end, true)
    and coalesce(one.country = other.country, true)
    and case
        when is_in_one_document or (one.date_start is not null and other.date_start is not null)
            then true
        when dated.date_start is null
            then (one.published_at is null and other.published_at is null)
                or coalesce(one.is_plan = other.is_plan and days_apart <= fresh_days, false)
        else coalesce(
            dated.date_end - dated.date_start <= to_days(getvariable('telling_days'))
                and undated.published_at between dated.date_start - to_days(days_before)
                    and dated.date_end + to_days(days_after),
            false
        )
    end;
