-- Mentions that may belong to one event, as linking looks at them: those in wanted. First which rows
-- of a table, then what is in them: to read all of it takes its time in a large archive.
with
asked as materialized (
    from store.mentions
    where rowid in (
        select rowid from store.mentions where mention_id in (select mention_id from wanted)
    )
),
parts as materialized (
    from store.arguments
    where rowid in (
        select rowid from store.arguments where mention_id in (select mention_id from wanted)
    )
),
texts as (
    select document_id, published_at, title, "text"
    from store.documents
    where rowid in (
        select rowid from store.documents where document_id in (select document_id from asked)
    )
),
-- In the order of the text, so that of two names of one actor always the same is kept.
who as (
    select
        mention_id,
        list(
            {
                'actor_id': parts.actor_id,
                'name': parts.name,
                'words': parts."text",
                'kind': known.kind,
                'country': known.country,
                'office': known.office
            }
            order by parts.position
        ) as participants
    from parts
    left join store.known_actors as known on known.actor_id = parts.actor_id
    where parts."role" in ('participant', 'host', 'visitor', 'party', 'speaker')
    group by mention_id
),
-- Those whom a document names, so that a group ("they") is known by its members; no other is.
groups as materialized (
    select distinct parts.mention_id, parts.document_id
    from parts
    join asked using (mention_id)
    where asked.kind <> 'statement' and contains(parts.name, ' and ')
),
casts as (
    select document_id, map_from_entries(list((name, actor_id))) as cast
    from (
        select document_id, name, min(actor_id) as actor_id
        from store.arguments
        where document_id in (select document_id from groups)
            and name is not null and actor_id is not null
        group by document_id, name
    )
    group by document_id
),
topics as (
    select mention_id, first("text" order by position) as topic
    from parts
    where "role" = 'topic'
    group by mention_id
),
papers as (
    select mention_id, first("text" order by position) as paper
    from parts
    where "role" = 'agreement'
    group by mention_id
),
-- The words around each, cut out before anything else is joined: a text carried through a join is
-- copied for each of its mentions. Those around a meeting or a deal speak of those whom it does
-- not name again.
nearby as materialized (
    select
        mention_id,
        published_at,
        substring(
            "text",
            greatest(trigger_start + 1 - 32, 1),
            trigger_end - greatest(trigger_start - 32, 0)
        ) as words,
        if(kind = 'statement', null, concat_ws(' ; ', title, substring(
            "text",
            greatest(evidence_start + 1 - getvariable('nearby'), 1),
            evidence_end - evidence_start + 2 * getvariable('nearby')
        ))) as passage
    from asked
    join texts using (document_id)
),
-- Statements are one when the same speaker says the same words; case and marks don't count.
-- Fewer than five ("Thank you very much") are said on many occasions.
said as (
    select mention_id, if(len(words) >= 5, md5(array_to_string(words, ' ')), null) as said
    from (
        select
            mention_id,
            regexp_extract_all(
                lower(string_agg(parts."text", ' ' order by position)), '[\pL\pN]+'
            ) as words
        from asked
        join parts using (mention_id)
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
    nearby.words,
    contains(asked."rule", ': noun') as is_noun,
    asked.date_start,
    asked.date_end,
    asked.date_precision,
    asked.place,
    asked.country,
    nearby.published_at,
    coalesce(asked.attributes['deal'], asked.attributes['instrument']) as deal,
    asked.attributes['instrument'] as instrument,
    asked.attributes['format'] as format,
    asked.attributes['name'] as body,
    papers.paper,
    asked.attributes['value'] as "value",
    asked.attributes['currency'] as currency,
    topics.topic,
    if(asked.kind = 'statement', null, asked.evidence) as sentence,
    nearby.passage,
    who.participants,
    casts.cast as "cast",
    said.said
from asked
join nearby using (mention_id)
left join who using (mention_id)
left join topics using (mention_id)
left join papers using (mention_id)
left join groups using (mention_id)
left join casts on casts.document_id = groups.document_id
left join said using (mention_id);
