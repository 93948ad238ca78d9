-- Which reports were copied most, and by whom?
select
    original.title,
    original.source,
    count(*) as copies,
    list(distinct copy.source order by copy.source) as copied_by
from documents as copy
join documents as original on original.document_id = copy.duplicate_of
group by original.document_id, original.title, original.source
order by copies desc, original.title
limit 50;
