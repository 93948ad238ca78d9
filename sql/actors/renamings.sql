-- Who is now another, or has another name, and in how many places.
select
    coalesce(old_name, '') as old_name,
    coalesce(name, '') as name,
    actor_id,
    count(distinct mention_id) as mentions,
    count(distinct document_id) as documents
from renamed
where old_actor_id is not null and actor_id is not null
group by old_name, name, actor_id
order by mentions desc, name, old_name;
