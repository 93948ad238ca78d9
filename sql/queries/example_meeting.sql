select participants, status, date_start, place, evidence
from meetings
order by (status = 'occurred') desc, confidence desc, n_mentions desc, len(participants) desc, event_id
limit 1;
