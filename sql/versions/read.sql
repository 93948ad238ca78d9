-- The versions of the extractors whose mentions are kept, the one that read last first.
select extractor_version
from store.readings
group by extractor_version
order by max("at") desc, bool_or(is_latest) desc, extractor_version desc;
