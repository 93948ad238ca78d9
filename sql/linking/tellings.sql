-- Mentions that may belong to one event, as linking looks at them: those in wanted.
with
asked as (
    select mentions.*
    from wanted
    join store.mentions using (mention_id)
),
-- The words are cut out before anything else is joined: a text carried through a join is copied
-- for each of its mentions.
parts as materialized (
    select arguments.* from store.arguments where mention_id in (select mention_id from asked)
),
worded as materialized (
    select
        parts.mention_id, parts."role", parts.position,
        substring(documents."text", start_char + 1, end_char - start_char) as words
    from parts
    join store.documents on documents.document_id = parts.document_id
),
-- In the order of the text, so that of two names of one actor always the same is kept.
who as (
    select
        mention_id,
        list(
            {
                'actor_id': arguments.actor_id,
                'name': arguments.name,
                'words': worded.words,
                'kind': known.kind,
                'country': known.country,
                'office': known.office
            }
            order by arguments.position
        ) as participants
    from asked
    join store.participants as arguments using (mention_id, document_id)
    join worded using (mention_id, position)
    left join store.known_actors as known on known.actor_id = arguments.actor_id
    group by mention_id
),
-- Those whom a document names, so that a group ("they") is known by its members.
casts as (
    select document_id, map_from_entries(list((name, actor_id))) as cast
    from (
        select document_id, name, min(actor_id) as actor_id
        from store.arguments
        where document_id in (select document_id from asked)
            and name is not null and actor_id is not null
        group by document_id, name
    )
    group by document_id
),
topics as (
    select mention_id, first(words order by position) as topic
    from worded
    where "role" = 'topic'
    group by mention_id
),
papers as (
    select mention_id, first(words order by position) as paper
    from worded
    where "role" = 'agreement'
    group by mention_id
),
-- The words around a meeting or a deal: they speak of those whom it does not name again.
nearby as materialized (
    select
        mention_id,
        substring("text", evidence_start + 1, evidence_end - evidence_start) as sentence,
        concat_ws(' ; ', title, substring(
            "text",
            greatest(evidence_start + 1 - getvariable('nearby'), 1),
            evidence_end - evidence_start + 2 * getvariable('nearby')
        )) as passage
    from asked
    join store.documents using (document_id)
    where kind <> 'statement'
),
-- Statements are one when the same speaker says the same words; case and marks don't count.
-- Fewer than five ("Thank you very much") are said on many occasions.
said as (
    select mention_id, if(len(words) >= 5, md5(array_to_string(words, ' ')), null) as said
    from (
        select
            mention_id,
            regexp_extract_all(
                lower(string_agg(worded.words, ' ' order by position)), '[\pL\pN]+'
            ) as words
        from asked
        join worded using (mention_id)
        where asked.kind = 'statement' and "role" = 'content'
        group by mention_id
    )
)
select
    asked.mention_id,
    asked.document_id,
    asked.kind,
    asked.status,
    asked.trigger_start as "start",
    substring(
        documents."text",
        greatest(asked.trigger_start + 1 - 32, 1),
        asked.trigger_end - greatest(asked.trigger_start - 32, 0)
    ) as words,
    asked.date_start,
    asked.date_end,
    asked.date_precision,
    asked.place,
    asked.country,
    documents.published_at,
    coalesce(asked.attributes['deal'], asked.attributes['instrument']) as deal,
    asked.attributes['instrument'] as instrument,
    asked.attributes['format'] as format,
    asked.attributes['name'] as body,
    papers.paper,
    asked.attributes['value'] as "value",
    asked.attributes['currency'] as currency,
    topics.topic,
    nearby.sentence,
    nearby.passage,
    who.participants,
    if(asked.kind = 'statement', null, casts.cast) as "cast",
    said.said
from asked
join store.documents using (document_id)
left join who using (mention_id)
left join topics using (mention_id)
left join papers using (mention_id)
left join nearby using (mention_id)
left join casts using (document_id)
left join said using (mention_id);
