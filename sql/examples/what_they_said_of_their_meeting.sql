-- What did those who met say of it, in the reports that tell of their meeting?
with asked as (select ['Russia', 'Ukraine'] as parties)
select
    meetings.date_start::date as day,
    meetings.place,
    statements.speaker,
    statements.content,
    statements.source
from meetings
join asked on list_has_all(meetings.participants, asked.parties)
join statements
    on list_contains(meetings.document_ids, statements.document_id)
    and list_contains(meetings.participant_ids, statements.speaker_id)
where meetings.status in ('occurred', 'ongoing')
order by day desc nulls last, statements.speaker, statements.mention_id;
