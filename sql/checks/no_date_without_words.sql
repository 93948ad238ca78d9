-- stop: every date has the words that give it, and ends after it starts
select mention_id, date_start, date_end, date_precision, date_basis
from checked_mentions
where (
        date_start is null
        and (date_end is not null or date_words_start is not null or date_precision <> 'none')
    )
    or (
        date_start is not null
        and not coalesce(
            date_start < date_end and date_words_start < date_words_end and date_basis <> 'none',
            false
        )
    );
