-- GDELT 2.0, event table: its 61 columns in order; empty is what nobody said
-- Only what has happened, or is happening: GDELT has no way to say that something is a plan.
with
sided as (
    select
        *,
        -- A visitor stands before the host, a speaker before who is spoken to.
        list_concat(doing, addressed) as sides,
        list_concat(doing, addressed)[1] as one,
        list_concat(doing, addressed)[2] as other,
        if(date_basis = 'report' or date_precision in ('day', 'minute'), starts, null) as known_day,
        if(
            date_trunc('month', starts) = date_trunc('month', ends - interval 1 microsecond),
            starts, null
        ) as known_month,
        if(
            date_trunc('year', starts) = date_trunc('year', ends - interval 1 microsecond),
            starts, null
        ) as known_year
    from exported_events(
        $since::date, $until::date, $kinds, $statuses, $report_dates, $first_id, $last_id
    )
),
-- CAMEO.goldsteinscale, for the codes of seeds/event_types.csv.
goldstein(code, scale) as (
    values
        ('010', 0.0), ('011', -0.1), ('012', -0.4), ('016', -2.0), ('020', 3.0), ('022', 3.2),
        ('026', 4.0), ('030', 4.0), ('032', 4.5), ('036', 4.0), ('040', 1.0), ('041', 1.0),
        ('042', 1.9), ('043', 2.8), ('046', 7.0), ('051', 3.4), ('055', 7.0), ('057', 8.0),
        ('100', -5.0), ('111', -2.0), ('112', -2.0), ('120', -4.0), ('125', -5.0), ('130', -4.4),
        ('160', -4.0)
)
select
    case
        when sided.status not in ('occurred', 'ongoing') then 'they have not happened'
        when sided.attributes['attitude'] = 'belief' then 'beliefs, which nobody stated'
        when sided.cameo is null then 'CAMEO has no code for them'
        when not sided.is_placed then 'no words say when'
    end as left_out,
    if(len(sided.sides) > 2, 'with more than two actors: a row has room for two', null) as noted,
    sided.event_id as "GlobalEventID",
    strftime(sided.known_day, '%Y%m%d') as "Day",
    strftime(sided.known_month, '%Y%m') as "MonthYear",
    strftime(sided.known_year, '%Y') as "Year",
    -- As GDELT counts: months of 30 days in a year of 365.
    printf('%.4f', year(sided.known_day)
        + ((month(sided.known_day) - 1) * 30 + day(sided.known_day)) / 365) as "FractionDate",
    nullif(concat(sided.one.cameo_country, sided.one.cameo_role), '') as "Actor1Code",
    sided.one.name as "Actor1Name",
    sided.one.cameo_country as "Actor1CountryCode",
    null::varchar as "Actor1KnownGroupCode",
    null::varchar as "Actor1EthnicCode",
    null::varchar as "Actor1Religion1Code",
    null::varchar as "Actor1Religion2Code",
    nullif(sided.one.cameo_role[1:3], '') as "Actor1Type1Code",
    nullif(sided.one.cameo_role[4:6], '') as "Actor1Type2Code",
    nullif(sided.one.cameo_role[7:9], '') as "Actor1Type3Code",
    nullif(concat(sided.other.cameo_country, sided.other.cameo_role), '') as "Actor2Code",
    sided.other.name as "Actor2Name",
    sided.other.cameo_country as "Actor2CountryCode",
    null::varchar as "Actor2KnownGroupCode",
    null::varchar as "Actor2EthnicCode",
    null::varchar as "Actor2Religion1Code",
    null::varchar as "Actor2Religion2Code",
    nullif(sided.other.cameo_role[1:3], '') as "Actor2Type1Code",
    nullif(sided.other.cameo_role[4:6], '') as "Actor2Type2Code",
    nullif(sided.other.cameo_role[7:9], '') as "Actor2Type3Code",
    null::int as "IsRootEvent",
    sided.cameo as "EventCode",
    sided.cameo[1:3] as "EventBaseCode",
    sided.cameo[1:2] as "EventRootCode",
    case
        when sided.cameo[1:2] <= '05' then 1
        when sided.cameo[1:2] <= '09' then 2
        when sided.cameo[1:2] <= '13' then 3
        else 4
    end as "QuadClass",
    goldstein.scale::double as "GoldsteinScale",
    sided.n_mentions as "NumMentions",
    sided.n_sources as "NumSources",
    sided.n_documents as "NumArticles",
    null::double as "AvgTone",
    null::int as "Actor1Geo_Type",
    null::varchar as "Actor1Geo_FullName",
    null::varchar as "Actor1Geo_CountryCode",
    null::varchar as "Actor1Geo_ADM1Code",
    null::varchar as "Actor1Geo_ADM2Code",
    null::double as "Actor1Geo_Lat",
    null::double as "Actor1Geo_Long",
    null::varchar as "Actor1Geo_FeatureID",
    null::int as "Actor2Geo_Type",
    null::varchar as "Actor2Geo_FullName",
    null::varchar as "Actor2Geo_CountryCode",
    null::varchar as "Actor2Geo_ADM1Code",
    null::varchar as "Actor2Geo_ADM2Code",
    null::double as "Actor2Geo_Lat",
    null::double as "Actor2Geo_Long",
    null::varchar as "Actor2Geo_FeatureID",
    case
        when sided.place_kind = 'country' or (sided.place is null and sided.country is not null)
            then 1
        when sided.place_kind in ('capital', 'city', 'venue') and sided.country = 'US' then 3
        when sided.place_kind in ('capital', 'city', 'venue') then 4
        when sided.place_kind = 'region' and sided.country = 'US' then 2
        when sided.place_kind = 'region' then 5
    end as "ActionGeo_Type",
    nullif(concat_ws(', ', sided.place, if(
        sided.place_kind is not distinct from 'country', null, sided.country_name
    )), '') as "ActionGeo_FullName",
    sided.fips as "ActionGeo_CountryCode",
    null::varchar as "ActionGeo_ADM1Code",
    null::varchar as "ActionGeo_ADM2Code",
    null::double as "ActionGeo_Lat",
    null::double as "ActionGeo_Long",
    null::varchar as "ActionGeo_FeatureID",
    strftime(sided.first_seen, '%Y%m%d%H%M%S') as "DATEADDED",
    sided.url as "SOURCEURL"
from sided
left join goldstein on goldstein.code = sided.cameo
order by sided.event_id
