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
        mention_id, document_id, date_start, date_end, country, published_at,
        status in ('planned', 'proposed', 'conditional') as is_plan,
        -- Around which days a report without a date may tell of the one that this one dates.
        date_start - to_days(if(is_deal, recalled_days, announced_days)) as plans_from,
        date_end + to_days(apart_days) as plans_until,
        date_start - to_days(apart_days) as news_from,
        date_end + to_days(if(is_deal, recalled_days, remembered_days)) as news_until
    from (
        select
            mention_id, document_id, status, date_start, date_end, country,
            kind = 'deal_signing' as is_deal,
            getvariable('apart_days') as apart_days,
            getvariable('announced_days') as announced_days,
            getvariable('remembered_days') as remembered_days,
            getvariable('recalled_days') as recalled_days
        from store.mentions
        where mention_id in (select mention_id from pairs union select other_id from pairs)
    )
    join store.documents using (document_id)
)
select pairs.mention_id, pairs.other_id
from pairs
join facts as one on one.mention_id = pairs.mention_id
join facts as two on two.mention_id = pairs.other_id
-- What linking would refuse in any case is not worth its while: `readout.linking.timing`.
where coalesce(one.date_start < two.date_end and two.date_start < one.date_end, true)
    and coalesce(one.country = two.country, true)
    and case
        when one.document_id = two.document_id then true
        when one.date_start is not null and two.date_start is not null then true
        when one.date_start is null and two.date_start is null then
            (one.published_at is null and two.published_at is null)
            or coalesce(
                one.is_plan = two.is_plan
                    and abs(epoch(one.published_at - two.published_at))
                        <= getvariable('fresh_days') * 86400,
                false
            )
        when one.date_start is null then coalesce(
            if(
                one.is_plan,
                one.published_at between two.plans_from and two.plans_until,
                one.published_at between two.news_from and two.news_until
            ),
            false
        )
        else coalesce(
            if(
                two.is_plan,
                two.published_at between one.plans_from and one.plans_until,
                two.published_at between one.news_from and one.news_until
            ),
            false
        )
    end;
