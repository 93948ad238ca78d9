-- The mentions that one version ($1) and another ($2) found in the documents that both have read
-- and that count, one row each: kept, gained, lost, or changed, which is found by both at the same
-- words and otherwise not the same.
with
both_read as (
    select document_id
    from store.readings
    where extractor_version in ($1, $2) and document_id in (select document_id from store.told)
    group by document_id
    having count(distinct extractor_version) = 2
),
findings as (
    select latest_mentions.* replace (coalesce(arguments, []) as arguments)
    from store.latest_mentions
    where document_id in (select document_id from both_read)
    union all by name
    from store.earlier_mentions
    where document_id in (select document_id from both_read)
),
paired as (
    select
        coalesce(newer.mention_id, older.mention_id) as mention_id,
        older,
        newer,
        list_filter(
            [
                if(older.status is distinct from newer.status, 'status', null),
                if(
                    (older.date_start, older.date_end)
                    is distinct from (newer.date_start, newer.date_end), 'date', null
                ),
                if(older.place is distinct from newer.place, 'place', null),
                if(older.arguments is distinct from newer.arguments, 'arguments', null),
                if(older.attributes is distinct from newer.attributes, 'attributes', null)
            ],
            lambda one: one is not null
        ) as differs
    from (from findings where extractor_version = $1) as older
    full join (from findings where extractor_version = $2) as newer
        on newer.mention_id = older.mention_id
)
select
    case
        when older.mention_id is null then 'gained'
        when newer.mention_id is null then 'lost'
        when differs <> [] then 'changed'
        else 'kept'
    end as change,
    coalesce(newer.kind, older.kind) as kind,
    older.status as earlier_status,
    newer.status as status,
    if(older.mention_id is null or newer.mention_id is null, [], differs) as differs,
    coalesce(newer.trigger_text, older.trigger_text) as trigger_text,
    coalesce(newer.evidence, older.evidence) as evidence,
    older.arguments as earlier_arguments,
    newer.arguments as arguments,
    documents.source,
    documents.url,
    documents.document_id,
    paired.mention_id
from paired
join store.documents
    on documents.document_id = coalesce(newer.document_id, older.document_id)
order by kind, change, documents.source, documents.document_id, evidence, paired.mention_id;
