-- stop: every trigger, evidence, cue, date, place and argument lies within its document's text
with extents as (
    select
        document_id,
        mention_id,
        unnest([
            {'what': 'trigger', 'first': trigger_start, 'last': trigger_end},
            {'what': 'evidence', 'first': evidence_start, 'last': evidence_end},
            {'what': 'cue', 'first': cue_start, 'last': cue_end},
            {'what': 'date', 'first': date_words_start, 'last': date_words_end},
            {'what': 'place', 'first': place_words_start, 'last': place_words_end}
        ], recursive := true)
    from store.mentions
    union all
    select document_id, mention_id, "role", start_char, end_char from store.arguments
)
select mention_id, what, "first", "last"
from extents
join store.documents using (document_id)
where ("first" is not null or "last" is not null)
    and not coalesce(0 <= "first" and "first" < "last" and "last" <= length("text"), false);
