-- warn: sources of whose inputs twice as many are rejected as in the twenty runs before, or more
with
loads as (
    select run_id, dense_rank() over (order by min("at") desc) as age
    from store.inputs
    group by run_id
),
counted as (
    select
        inputs.source,
        loads.age = 1 as is_last,
        count(*) as inputs,
        count(*) filter (inputs.state = 'rejected') as rejected
    from store.inputs
    join loads using (run_id)
    where loads.age <= 21
    group by inputs.source, is_last
)
select last.source, last.rejected / last.inputs as share, before.rejected / before.inputs as earlier
from counted as last
join counted as before on before.source = last.source and last.is_last and not before.is_last
-- Of fewer inputs a share says nothing; one in twenty is worth a look, even where there were none.
where last.inputs >= 20
    and last.rejected / last.inputs
        >= greatest(0.05, 2 * before.rejected / before.inputs);
