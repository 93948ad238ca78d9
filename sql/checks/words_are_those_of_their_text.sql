-- stop: the words kept with a row are those of its document's text at the place that it names
select 'mention' as what, mention_id, evidence as words
from checked_mentions as mentions
join store.documents on documents.document_id = mentions.document_id
where not coalesce(
        store.are_words("text", evidence_start, evidence_end, evidence)
        and store.are_words_of(
            "text", evidence, evidence_start, evidence_end,
            trigger_start, trigger_end, trigger_text
        )
        and if(
            cue_start is null and cue_end is null,
            cue is null,
            store.are_words_of(
                "text", evidence, evidence_start, evidence_end, cue_start, cue_end, cue
            )
        )
        and if(
            date_words_start is null and date_words_end is null,
            date_text is null,
            store.are_words_of(
                "text", evidence, evidence_start, evidence_end,
                date_words_start, date_words_end, date_text
            )
        )
        and if(
            place_words_start is null and place_words_end is null,
            true,
            store.are_words(
                "text", place_words_start, place_words_end,
                store.words("text", place_words_start, place_words_end)
            )
        ),
        false
    )
union all
select 'argument', mention_id, arguments."text"
from checked_arguments as arguments
join store.documents on documents.document_id = arguments.document_id
where not coalesce(
        store.are_words(documents."text", start_char, end_char, arguments."text"), false
    )
union all
select 'statement', mention_id, content
from checked_statements as statements
join store.documents on documents.document_id = statements.document_id
where content is distinct from array_to_string(
        list_transform(
            content_extents, lambda part: store.words(documents."text", part[1], part[2])
        ),
        ' … '
    );
