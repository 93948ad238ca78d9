select documents.*, document_id as id, cleaning_version as version
from store.documents
left join store.extractions using (document_id)
where extractions.extractor_version is distinct from $1
order by cleaning_version, document_id;
