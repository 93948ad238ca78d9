-- One row a statement: who said what, in a current document that is no exact copy
with
roles as (
    select
        mention_id,
        list({
            'text': substring(documents."text", start_char + 1, end_char - start_char),
            'name': coalesce(
                name, substring(documents."text", start_char + 1, end_char - start_char)
            ),
            'actor_id': actor_id,
            'extent': [start_char, end_char]
        } order by position) filter ("role" = 'content') as contents,
        first({
            'name': coalesce(
                name, substring(documents."text", start_char + 1, end_char - start_char)
            ),
            'actor_id': actor_id,
            'start': start_char,
            'end': end_char
        } order by position) filter ("role" = 'speaker') as speaker,
        first(
            coalesce(name, substring(documents."text", start_char + 1, end_char - start_char))
            order by position
        ) filter ("role" = 'addressee') as addressee,
        bool_or("role" = 'content' and start_char = trigger_start and end_char = trigger_end)
            as uncued
    from store.arguments
    join store.mentions using (mention_id)
    join store.documents on documents.document_id = arguments.document_id
    where "role" in ('speaker', 'content', 'addressee')
    group by mention_id
)
select
    mentions.mention_id,
    event_mentions.event_id,
    mentions.document_id,
    roles.speaker.name as speaker,
    roles.speaker.actor_id as speaker_id,
    roles.speaker."start" as speaker_start,
    roles.speaker."end" as speaker_end,
    -- A quotation that stands by itself has no cue: its own words are the trigger.
    if(roles.uncued, null,
        substring(documents."text", trigger_start + 1, trigger_end - trigger_start)) as cue,
    if(roles.uncued, null, mentions.trigger_start) as cue_start,
    if(roles.uncued, null, mentions.trigger_end) as cue_end,
    mentions.attributes['quote_type'] as quote_type,
    array_to_string(list_transform(roles.contents, lambda part: part."text"), ' … ') as content,
    list_transform(roles.contents, lambda part: part."extent") as content_extents,
    roles.addressee,
    mentions.attributes['speech_act'] as speech_act,
    mentions.attributes['medium'] as medium,
    mentions.status,
    mentions.date_start as stated_on,
    mentions.date_precision as stated_on_precision,
    documents.published_at,
    documents.source,
    documents.url,
    substring(documents."text", evidence_start + 1, evidence_end - evidence_start) as evidence,
    mentions.confidence
from store.mentions
join store.event_mentions on event_mentions.mention_id = mentions.mention_id
join store.documents on documents.document_id = mentions.document_id
left join roles on roles.mention_id = mentions.mention_id
where mentions.kind = 'statement'
    and mentions.attributes['attitude'] is distinct from 'belief'
