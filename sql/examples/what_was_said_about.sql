-- What did people say about a ceasefire, in their own words?
select published_at, speaker, content, url
from statements
where quote_type in ('direct', 'mixed') and content ilike '%ceasefire%'
order by published_at desc nulls last;
