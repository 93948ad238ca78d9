-- What did people say about a subject, in their own words?
with asked as (select 'exchange' as subject)
select published_at, speaker, content, source, url
from statements, asked
where quote_type in ('direct', 'mixed')
    and status = 'occurred'
    and content ilike '%' || subject || '%'
order by published_at desc nulls last, mention_id
limit 100;
