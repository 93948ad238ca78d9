-- stop: in each run an article ends in one state, and that is one of the five
select run_id, address, article_id, list(state) as states
from store.inputs
where article_id is not null
group by run_id, address, article_id
having count(*) <> 1
union all
select run_id, address, article_id, [state]
from store.inputs
where state not in ('loaded', 'nothing_found', 'unchanged', 'duplicate', 'rejected')
    or (state = 'rejected' and (stage is null or reason is null))
    or (state = 'duplicate' and duplicate_of is null);
