-- What did one person say about a subject, in which words and where?
with asked as (select 'Vladimir Medinsky' as person, 'ceasefire' as subject)
select published_at, cue, content, quote_type, addressee, source, url
from statements, asked
where speaker = person
    and status = 'occurred'
    and content ilike '%' || subject || '%'
order by published_at desc nulls last, mention_id;
