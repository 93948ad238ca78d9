select
    mentions.*,
    documents.title,
    documents.source,
    documents.url,
    documents.published_at,
    event_mentions.reasons
from mentions
join documents using (document_id)
left join event_mentions using (mention_id)
where mentions.mention_id = $1 or mentions.event_id = $1
order by documents.published_at, mentions.document_id, mentions.trigger_start;
