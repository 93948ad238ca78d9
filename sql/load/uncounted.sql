-- What came in and ended in no state, or in several. No rows: the balance is right.
with
came as (
    select article_id as input, 'article' as what from staged_articles
    union
    select article_id, 'article' from staged_documents
    union
    select to_json([source, address, stage, reason])::varchar, 'reject' from staged_rejects
    union
    -- An article that is read again, for a newer version, is counted as that.
    select to_json([source, address, article_id])::varchar, 'unchanged'
    from staged_unchanged
    where article_id is null or article_id not in (select article_id from arrivals)
),
counted as (
    select article_id as input, 'article' as what from outcomes where article_id is not null
    union all
    select to_json([source, address, stage, reason])::varchar, 'reject'
    from outcomes
    where state = 'rejected'
    union all
    select to_json([source, address, article_id])::varchar, 'unchanged'
    from outcomes
    where state = 'unchanged'
)
select came.what, came.input, count(counted.input) as states
from came
left join counted using (what, input)
group by all
having states = 0 or (states > 1 and came.what = 'article');
