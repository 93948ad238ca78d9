select articles.article_id
from store.articles
join store.documents using (document_id)
where articles.cleaning_version = $1;
