-- One row a statement and a meeting or deal of which it speaks
--
-- It does when its words tell of the event; when one who takes part speaks of “the talks” or “the
-- agreement”, or anybody names it and those who take part; and when another report has the same
-- words by the same speaker. `reason` says which: the first is sure, the others take the event that
-- is told nearest.
--
-- For example:
--     select speaker, content, reason
--     from statements_about
--     where kind = 'deal_signing'
--     order by published_at desc
--     limit 10;
with
direct as (
    select
        statements.mention_id,
        told.event_id,
        told.mention_id as about_mention,
        statements_about.reason,
        statements.event_id as said_id
    from store.statements_about
    join store.statements on statements.mention_id = statements_about.mention_id
    join store.event_mentions as told on told.mention_id = statements_about.about_mention
),
repeated as (
    select
        statements.mention_id,
        direct.event_id,
        direct.about_mention,
        'its words are those of a statement that does' as reason
    from direct
    join store.statements
        on statements.event_id = direct.said_id and statements.mention_id <> direct.mention_id
),
found as (
    select
        mention_id,
        event_id,
        arg_min({'about_mention': about_mention, 'reason': reason}, (place, about_mention)) as best
    from (
        select
            mention_id, event_id, about_mention, reason,
            if(reason = 'its words tell of it', 0, 1) as place
        from direct
        union all
        select mention_id, event_id, about_mention, reason, 2 from repeated
    )
    group by mention_id, event_id
)
select
    statements.mention_id, -- Id of the statement
    found.event_id, -- Id of the event of which it speaks
    merged_events.kind, -- `meeting` or `deal_signing`
    found.best.reason as reason, -- Why it is taken to
    statements.speaker, -- Who says it; the name that a pronoun or short name stands for
    statements.speaker_id, -- Id of the speaker
    statements.content, -- What is said
    statements.quote_type, -- `direct`, `indirect` or `mixed`
    statements.speech_act, -- state, deny, accuse, demand, promise, warn, praise …
    merged_events.names as actors, -- Names of those who meet or sign
    merged_events.status as event_status, -- What became of the event
    found.best.about_mention as about_mention_id, -- The mention by which the event is recognised
    merged_events.evidence as event_evidence, -- The words that prove the event
    statements.evidence, -- The words that prove the statement
    statements.document_id, -- Id of the document: a hash of its address, title and text
    statements.published_at, -- When it was published, UTC; midnight when only the day is known; null
                             -- when unknown
    statements.source, -- Name of the source it came from
    statements.url -- Where it can be read; null when it came from a file
from found
join store.statements on statements.mention_id = found.mention_id
join store.merged_events on merged_events.event_id = found.event_id
