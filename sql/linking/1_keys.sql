-- Who takes part in each new mention, as far as the words name somebody.
-- Pronouns and common nouns ("they", "officials") name nobody outside their document.
create or replace temp table linked_before as
select if(mention_id in (select mention_id from changed_mentions), other_id, mention_id) as mention_id
from store.links
where mention_id in (select mention_id from changed_mentions)
    or other_id in (select mention_id from changed_mentions);

delete from store.mention_keys where mention_id in (select mention_id from changed_mentions);
delete from store.links
where mention_id in (select mention_id from changed_mentions)
    or other_id in (select mention_id from changed_mentions);

create or replace temp table new_participants as
select distinct arguments.mention_id, arguments.actor_id, mentions.kind, mentions.document_id
from changed_mentions
join store.mentions using (mention_id)
join store.participants as arguments using (mention_id)
where arguments.is_named;

-- Two participants in common, or, in one document, a single one: those are looked at.
insert into store.mention_keys
select one.mention_id, concat_ws(' ', one.kind, one.actor_id, other.actor_id)
from new_participants as one
join new_participants as other
    on other.mention_id = one.mention_id and one.actor_id < other.actor_id
where one.kind <> 'statement'
union all
select mention_id, concat_ws(' ', kind, actor_id, 'in', document_id)
from new_participants
where kind <> 'statement';

-- Statements are one when the same speaker says the same words; case and marks don't count.
insert into store.mention_keys
with
said as (
    select
        mention_id,
        regexp_extract_all(
            lower(string_agg(
                substring(documents."text", start_char + 1, end_char - start_char), ' '
                order by position
            )),
            '[\pL\pN]+'
        ) as words
    from store.arguments
    join store.documents using (document_id)
    where "role" = 'content' and mention_id in (select mention_id from changed_mentions)
    group by mention_id
)
select
    speakers.mention_id,
    concat_ws(' ', 'statement', speakers.actor_id, md5(array_to_string(words, ' ')))
from new_participants as speakers
join said using (mention_id)
-- Fewer words ("Thank you very much") are said on many occasions.
where speakers.kind = 'statement' and len(said.words) >= 5;
