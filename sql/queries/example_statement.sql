select speaker, cue, content, addressee, status
from statements
order by (status = 'occurred') desc, (quote_type = 'direct') desc, confidence desc, mention_id
limit 1;
