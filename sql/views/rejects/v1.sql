-- One row a rejected input: what was turned away, by which step and why, until it gets through
select
    rejects.source,
    rejects.url,
    rejects.stage,
    rejects.reason,
    rejects.last_at as "at",
    rejects.first_at,
    rejects.attempts,
    rejects.error,
    rejects.address,
    rejects.reject_id
from store.rejects
