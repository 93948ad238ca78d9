select *, document_id as id, cleaning_version as version
from store.documents
where document_id in (select unnest($1::varchar[]))
order by cleaning_version, document_id;
