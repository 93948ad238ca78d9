select arguments.*
from arguments
join mentions using (mention_id)
where mentions.mention_id = $1 or mentions.event_id = $1
order by arguments.mention_id, arguments.start_char;
