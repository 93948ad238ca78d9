select kind, status, count(*) as mentions
from mentions
group by kind, status
order by kind, mentions desc, status;
