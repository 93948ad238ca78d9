-- Pairs of mentions that share a key, of which at least one is to be judged anew.
with
blocks as materialized (
    select
        mention_id, key,
        row_number() over (partition by key order by mention_id) as place
    from store.mention_keys
    where key in (
        select key from store.mention_keys where mention_id in (select mention_id from judged_anew)
    )
),
pairs as materialized (
    select distinct
        least(new.mention_id, other.mention_id) as mention_id,
        greatest(new.mention_id, other.mention_id) as other_id
    from blocks as new
    join blocks as other on other.key = new.key and other.mention_id <> new.mention_id
    where new.mention_id in (select mention_id from judged_anew)
        and least(new.place, other.place) <= getvariable('landmarks')
),
facts as materialized (
    select
        mention_id, document_id, date_start, date_end, country, published_at,
        if(kind = 'deal_signing', getvariable('recalled_days'), getvariable('remembered_days'))
            as days_around
    from (
        select mention_id, document_id, kind, date_start, date_end, country
        from store.mentions
        where mention_id in (select mention_id from pairs union select other_id from pairs)
    )
    join store.documents using (document_id)
)
select pairs.mention_id, pairs.other_id
from pairs
join facts as one on one.mention_id = pairs.mention_id
join facts as two on two.mention_id = pairs.other_id
-- What linking would refuse in any case is not worth its while.
where coalesce(one.date_start < two.date_end and two.date_start < one.date_end, true)
    and coalesce(one.country = two.country, true)
    and (
        one.document_id = two.document_id
        or coalesce(one.date_start, one.published_at, two.date_start, two.published_at) is null
        or (one.date_start is not null and two.date_start is not null)
        or abs(epoch(one.published_at - two.published_at)) <= getvariable('fresh_days') * 86400
        or one.published_at between
            two.date_start - to_days(one.days_around)
            and two.date_end + to_days(one.days_around)
        or two.published_at between
            one.date_start - to_days(one.days_around)
            and one.date_end + to_days(one.days_around)
    );
