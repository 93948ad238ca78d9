-- stop: at each address one document is current
select address, count(*) filter (is_current) as current_documents
from store.revisions
group by address
having current_documents <> 1;
