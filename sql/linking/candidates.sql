-- Pairs of mentions that share a key, of which at least one is new.
select distinct
    least(new.mention_id, other.mention_id) as mention_id,
    greatest(new.mention_id, other.mention_id) as other_id
from changed_mentions
join store.mention_keys as new using (mention_id)
join store.mention_keys as other on other.key = new.key and other.mention_id <> new.mention_id
join store.mentions as one on one.mention_id = new.mention_id
join store.mentions as two on two.mention_id = other.mention_id
join store.documents as one_document on one_document.document_id = one.document_id
join store.documents as two_document on two_document.document_id = two.document_id
-- What linking would refuse in any case is not worth its while.
where coalesce(one.date_start < two.date_end and two.date_start < one.date_end, true)
    and coalesce(one.country = two.country, true)
    and (
        one.document_id = two.document_id
        or (one.date_start is not null and two.date_start is not null)
        or abs(epoch(one_document.published_at - two_document.published_at))
            <= getvariable('apart_days') * 86400
        or one_document.published_at between
            two.date_start - to_days(getvariable('apart_days'))
            and two.date_end + to_days(getvariable('apart_days'))
        or two_document.published_at between
            one.date_start - to_days(getvariable('apart_days'))
            and one.date_end + to_days(getvariable('apart_days'))
    );
