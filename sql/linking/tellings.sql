-- Mentions that may belong to one event, as linking looks at them: those in wanted.
select
    mentions.mention_id,
    mentions.document_id,
    mentions.kind,
    mentions.status,
    mentions.trigger_start as "start",
    mentions.evidence_start,
    mentions.date_start,
    mentions.date_end,
    mentions.date_precision,
    mentions.place,
    mentions.country,
    documents.published_at,
    coalesce(mentions.attributes['deal'], mentions.attributes['instrument']) as deal,
    coalesce(participants.actors, map {}) as actors,
    coalesce(unnamed.others, []) as others,
    keys.key as said
from wanted
join store.mentions using (mention_id)
join store.documents using (document_id)
left join (
    select mention_id, map_from_entries(list((actor_id, name))) as actors
    from (
        select mention_id, actor_id, min(name) as name
        from store.participants
        join wanted using (mention_id)
        where is_named
        group by mention_id, actor_id
    )
    group by mention_id
) as participants using (mention_id)
left join (
    select mention_id, list(distinct words order by words) as others
    from (
        select
            mention_id,
            lower(substring("text", start_char + 1, end_char - start_char)) as words
        from store.participants
        join wanted using (mention_id)
        join store.documents using (document_id)
        where not is_named
    )
    where not store.is_pronoun(words)
    group by mention_id
) as unnamed using (mention_id)
left join store.mention_keys as keys
    on keys.mention_id = mentions.mention_id and mentions.kind = 'statement';
