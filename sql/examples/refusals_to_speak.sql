-- Who declined to comment, or denied having said something?
select published_at, speaker, evidence, source
from statements
where status = 'denied'
order by published_at desc nulls last, mention_id
limit 100;
