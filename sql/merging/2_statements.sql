-- The statements among the mentions of those events, the arguments of each gathered. Beliefs
-- (somebody thinks, fears, hopes) are mentions, but nobody states them.
delete from store.statements where event_id in (select event_id from dirty);

insert into store.statements by name
with
roles as (
    select
        mention_id,
        list({'text': "text", 'extent': [start_char, end_char]} order by position)
            filter ("role" = 'content') as contents,
        arg_min(
            {
                'name': coalesce(name, "text"), 'actor_id': actor_id,
                'start': start_char, 'end': end_char
            },
            position
        ) filter ("role" = 'speaker') as speaker,
        arg_min(coalesce(name, "text"), position) filter ("role" = 'addressee') as addressee
    from told_arguments
    where "role" in ('speaker', 'content', 'addressee')
    group by mention_id
),
stated as (
    select
        told_of.*,
        -- A quotation that stands by itself has no cue: its own words are the trigger.
        coalesce(
            list_contains(
                list_transform(roles.contents, lambda part: part."extent"),
                [trigger_start, trigger_end]
            ),
            false
        ) as is_uncued,
        roles.contents,
        roles.speaker,
        roles.addressee
    from told_of
    left join roles using (mention_id)
    where kind = 'statement' and attributes['attitude'] is distinct from 'belief'
)
select
    stated.mention_id,
    stated.event_id,
    stated.document_id,
    stated.speaker.name as speaker,
    stated.speaker.actor_id as speaker_id,
    stated.speaker."start" as speaker_start,
    stated.speaker."end" as speaker_end,
    if(is_uncued, null, stated.trigger_text) as cue,
    if(is_uncued, null, stated.trigger_start) as cue_start,
    if(is_uncued, null, stated.trigger_end) as cue_end,
    stated.attributes['quote_type'] as quote_type,
    array_to_string(list_transform(contents, lambda part: part."text"), ' … ') as content,
    list_transform(contents, lambda part: part."extent") as content_extents,
    stated.addressee,
    stated.attributes['speech_act'] as speech_act,
    stated.attributes['medium'] as medium,
    stated.status,
    stated.date_start as stated_on,
    stated.date_precision as stated_on_precision,
    documents.published_at,
    documents.source,
    documents.url,
    stated.evidence,
    stated.confidence
from stated
join store.documents on documents.document_id = stated.document_id;
