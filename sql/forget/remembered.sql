-- Whether some of this was taken down before.
select count(*)
from asked
join store.tombstones
    on fingerprint = if(kind in ('document', 'article'), name, sha256(name));
