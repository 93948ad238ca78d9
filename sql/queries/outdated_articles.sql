select *, article_id as id, cleaning_version as version
from store.articles
where cleaning_version <> $1
order by cleaning_version, article_id;
