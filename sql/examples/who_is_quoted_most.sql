-- Who is quoted most, and in how many articles?
select
    speaker,
    count(*) as statements,
    count(distinct document_id) as articles,
    count(*) filter (quote_type = 'direct') as direct
from statements
where speaker_id is not null and status = 'occurred'
group by speaker
order by statements desc, speaker
limit 25;
