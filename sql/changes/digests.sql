-- What some mentions say, as a number that is another when they say something else. Only to be
-- compared within one transaction.
create or replace temp table digests as
with said as (
    select
        mention_id,
        list(
            {
                'role': "role", 'start': start_char, 'end': end_char,
                'name': name, 'actor_id': actor_id
            }
            order by position
        ) as arguments
    from store.arguments
    where mention_id in (select mention_id from digested)
    group by mention_id
)
select
    mentions.mention_id,
    mentions.document_id,
    hash(
        mentions.kind, mentions.status, trigger_start, trigger_end, evidence_start, evidence_end,
        cue_start, cue_end, attributed_to, date_start, date_end, date_precision, date_basis,
        date_words_start, date_words_end, place, country, place_words_start, place_words_end,
        confidence, attributes, said.arguments
    ) as digest
from store.mentions
left join said on said.mention_id = mentions.mention_id
where mentions.mention_id in (select mention_id from digested);
