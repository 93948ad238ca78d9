-- warn: events dated more than fifty years from the report that tells of them
select mention_id, date_start, published_at
from checked_mentions
join store.documents using (document_id)
where abs(date_diff('year', date_start, published_at)) > 50;
