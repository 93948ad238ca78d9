-- One row a figure of how good an extractor version was found to be, on texts that others annotated
--
-- The figures come from `seeds/scorecard.csv`, which `python -m benchmarks.accuracy FOLDER
-- --scorecard seeds/scorecard.csv` writes. `mentions` says which version found a row.
--
-- For example:
--     select "set", measure, value, measured_on
--     from scorecard
--     order by measured_on desc, "set", measure;
select
    extractor_version, -- Version of the rules and of the language model
    model, -- Name of the language model
    "set", -- The annotated texts
    measure, -- What was measured: precision, recall, F …
    "value", -- The figure, from 0 to 1
    measured_on -- The day of the measurement
from store.scorecard
