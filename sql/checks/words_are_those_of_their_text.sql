-- stop: the words kept with a row are those of its document's text at the place that it names
with
worded as (
    select
        mentions.*,
        documents."text" as whole,
        place_words_start is null as is_unplaced
    from store.mentions
    join store.documents using (document_id)
)
select 'mention' as what, mention_id, evidence as words
from worded
where not coalesce(
        store.are_words(whole, trigger_start, trigger_end, trigger_text)
        and store.are_words(whole, evidence_start, evidence_end, evidence)
        and (
            (cue is null and cue_start is null and cue_end is null)
            or store.are_words(whole, cue_start, cue_end, cue)
        )
        and (
            (date_text is null and date_words_start is null and date_words_end is null)
            or store.are_words(whole, date_words_start, date_words_end, date_text)
        )
        and (
            (is_unplaced and place_words_end is null)
            or store.are_words(
                whole, place_words_start, place_words_end,
                store.words(whole, place_words_start, place_words_end)
            )
        ),
        false
    )
union all
select 'argument', mention_id, arguments."text"
from store.arguments
join store.documents using (document_id)
where not coalesce(
        store.are_words(documents."text", start_char, end_char, arguments."text"), false
    )
union all
select 'statement', mention_id, content
from store.statements
join store.documents using (document_id)
where content <> array_to_string(
        list_transform(
            content_extents, lambda part: store.words(documents."text", part[1], part[2])
        ),
        ' … '
    );
