select parties, deal, stage, status, date_start, "value", currency, evidence
from deal_signings
order by (status = 'occurred') desc, confidence desc, n_mentions desc, len(parties) desc, event_id
limit 1;
