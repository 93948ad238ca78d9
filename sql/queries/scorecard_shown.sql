-- The figures of the version that has read last, or of the one measured last before it.
with
measured as (
    select
        scorecard.extractor_version,
        bool_or(extractions.extractor_version is not null) as is_used,
        max(measured_on) as last_on
    from store.scorecard
    left join (select distinct extractor_version from store.extractions) as extractions
        on extractions.extractor_version = scorecard.extractor_version
    group by scorecard.extractor_version
    order by is_used desc, last_on desc, scorecard.extractor_version desc
    limit 1
)
select extractor_version, "set", measure, "value", measured_on
from store.scorecard
join measured using (extractor_version)
order by "set", measure;
