-- One row a statement that disappeared or changed when the text at an address was edited
--
-- Each text at an address is compared with the one before it. What both have, said by the same
-- speaker in the same words with the same status, is left out. Of what is left, a statement and the
-- one that resembles it most are taken to be one that changed; the rest disappeared, or is new.
--
-- For example:
--     select changed_at, url, what, old_speaker, old_content, new_content
--     from statement_revisions
--     where what <> 'added'
--     order by changed_at desc
--     limit 20;
with
-- The texts in the order in which they were first seen; when an earlier one came back, it is last.
told as (
    select address, document_id, first_seen as seen_at
    from store.revisions
    union all
    select revisions.address, document_id, last_seen
    from store.revisions
    join (
        select address, max(first_seen) as newest from store.revisions group by address
    ) as latest on latest.address = revisions.address
    where is_current and first_seen < newest
),
steps as (
    select
        address,
        document_id as old_id,
        lead(document_id) over following as new_id,
        lead(seen_at) over following as changed_at
    from told
    window following as (partition by address order by seen_at nulls first, document_id)
),
edits as materialized (
    select * from steps where new_id is not null and new_id <> old_id
),
said as materialized (
    select
        mentions.document_id,
        mentions.mention_id,
        mentions.status,
        speakers.speaker,
        speakers.actor_id,
        contents.content,
        lower(regexp_replace(contents.content, '[^\p{L}\p{N}]+', ' ', 'g')) as words
    from store.mentions
    join (
        select mention_id, string_agg("text", ' … ' order by position) as content
        from store.arguments
        where "role" = 'content'
        group by mention_id
    ) as contents on contents.mention_id = mentions.mention_id
    left join (
        select
            mention_id,
            arg_min(coalesce(name, "text"), position) as speaker,
            arg_min(actor_id, position) as actor_id
        from store.arguments
        where "role" = 'speaker'
        group by mention_id
    ) as speakers on speakers.mention_id = mentions.mention_id
    where mentions.kind = 'statement'
        and mentions.document_id in (select old_id from edits union select new_id from edits)
),
before as (
    select edits.*, said.*
    from edits
    join said on said.document_id = edits.old_id
),
after as (
    select edits.*, said.*
    from edits
    join said on said.document_id = edits.new_id
),
old_left as materialized (
    select *
    from before
    where not exists (
        from after
        where after.old_id = before.old_id and after.new_id = before.new_id
            and after.words = before.words and after.status = before.status
            and after.speaker is not distinct from before.speaker
    )
),
new_left as materialized (
    select *
    from after
    where not exists (
        from before
        where after.old_id = before.old_id and after.new_id = before.new_id
            and after.words = before.words and after.status = before.status
            and after.speaker is not distinct from before.speaker
    )
),
-- How many of the words of both are in either.
compared as (
    select
        old.mention_id as old_mention,
        new.mention_id as new_mention,
        len(list_intersect(string_split(old.words, ' '), string_split(new.words, ' '))) as shared,
        shared / (
            len(list_distinct(string_split(old.words, ' ')))
            + len(list_distinct(string_split(new.words, ' '))) - shared
        ) as likeness
    from old_left as old
    join new_left as new on new.old_id = old.old_id and new.new_id = old.new_id
    where likeness >= 0.5
        or (likeness >= 0.25 and old.actor_id is not null and old.actor_id = new.actor_id)
),
-- The best for each other.
changed as (
    select old_mention, new_mention, likeness
    from compared
    qualify row_number() over (
            partition by old_mention order by likeness desc, new_mention
        ) = 1
        and row_number() over (partition by new_mention order by likeness desc, old_mention) = 1
),
found as (
    select
        coalesce(old.address, new.address) as address,
        coalesce(old.changed_at, new.changed_at) as changed_at,
        coalesce(old.old_id, new.old_id) as old_document_id,
        coalesce(old.new_id, new.new_id) as new_document_id,
        case
            when new.mention_id is null then 'disappeared'
            when old.mention_id is null then 'added'
            else 'changed'
        end as what,
        old.mention_id as old_mention_id,
        new.mention_id as new_mention_id,
        old.speaker as old_speaker,
        new.speaker as new_speaker,
        old.content as old_content,
        new.content as new_content,
        old.status as old_status,
        new.status as new_status
    from old_left as old
    left join changed on changed.old_mention = old.mention_id
    full join new_left as new
        on new.mention_id = changed.new_mention
        and new.old_id = old.old_id and new.new_id = old.new_id
)
select
    found.what, -- disappeared, changed or added
    found.changed_at, -- When the new text was first seen; when an earlier text came back, when it
        -- was last seen
    documents.source, -- Publisher
    documents.url, -- URL of the new text
    found.address, -- What stays the same when a document is edited
    found.old_speaker, -- Who said it, according to the old text
    found.new_speaker, -- Who said it, according to the new text
    found.old_content, -- What was said, in the words of the old text
    found.new_content, -- What was said, in the words of the new text
    found.old_status, -- Status of the act of stating, before
    found.new_status, -- Status of the act of stating, now
    found.old_document_id, -- Id of the old text
    found.new_document_id, -- Id of the new text
    found.old_mention_id, -- Id of the statement in the old text
    found.new_mention_id -- Id of the statement in the new text
from found
join store.documents on documents.document_id = found.new_document_id
