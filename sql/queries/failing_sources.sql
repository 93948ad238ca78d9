-- The sources of a run of which something could not be read, those that gave nothing else first.
select
    inputs.source,
    count(*) as inputs,
    count(*) filter (inputs.state = 'rejected') as rejected,
    count(*) filter (inputs.state = 'rejected') = count(*) as gave_nothing,
    mode(inputs.reason) as reason,
    first(rejects.error order by rejects.last_at desc, rejects.address)
        filter (rejects.error is not null) as error
from store.inputs
left join store.rejects
    on inputs.state = 'rejected'
    and rejects.source = inputs.source
    and rejects.address = inputs.address
    and rejects.stage = inputs.stage
where inputs.run_id = $1
group by inputs.source
having count(*) filter (inputs.state = 'rejected' and inputs.stage = 'ingest') > 0
order by gave_nothing desc, rejected desc, inputs.source;
