insert into mentions_before
from digests
where mention_id not in (select mention_id from mentions_before);
