-- Which statements of the changed documents speak of a meeting or a deal that is told there.
delete from store.statements_about
where document_id in (select document_id from reread)
    or document_id not in (select document_id from store.told);

insert into store.statements_about by name
with
said as (
    select
        statements.mention_id,
        statements.document_id,
        statements.speaker_id,
        statements.content_extents,
        ' ' || regexp_replace(lower(statements.content), '[^\pL\pN]+', ' ', 'g') || ' ' as words
    from store.statements
    where document_id in (select document_id from reread)
),
-- Words for a meeting or for a deal, whichever it is: "the talks", "this agreement".
naming as (
    select kind, list(' ' || words || ' ') as words from store.event_words group by kind
),
named as (
    select
        said.mention_id,
        naming.kind,
        len(list_filter(naming.words, lambda word: contains(said.words, word))) > 0 as is_named
    from said
    cross join naming
),
told as (
    from told_of
    where document_id in (select document_id from reread) and kind in ('meeting', 'deal_signing')
),
company as (
    select
        mention_id,
        list(distinct actor_id) as actor_ids,
        list(distinct lower(regexp_extract(coalesce(name, "text"), '[\pL\pN]+$'))) as last_words
    from told_arguments
    where mention_id in (select mention_id from told)
        and "role" in ('participant', 'host', 'visitor', 'party')
        and regexp_matches(coalesce(name, "text"), '[\p{Lu}\p{N}][^\s]*$')
    group by mention_id
),
pairs as (
    select
        said.mention_id,
        told.mention_id as about_mention,
        said.document_id,
        told.kind,
        list_bool_or(list_transform(
            said.content_extents,
            lambda part: part[1] <= told.trigger_start and told.trigger_end <= part[2]
        )) as is_inside,
        list_contains(company.actor_ids, said.speaker_id) as is_by_one_of_them,
        len(list_filter(
            company.last_words, lambda word: contains(said.words, ' ' || word || ' ')
        )) as n_named,
        coalesce(named.is_named, false)
            or coalesce(contains(said.words, ' ' || lower(told.attributes['deal']) || ' '), false)
            as is_named,
        abs(said.content_extents[1][1] - told.trigger_start) as distance
    from said
    join told using (document_id)
    left join company on company.mention_id = told.mention_id
    left join named on named.mention_id = said.mention_id and named.kind = told.kind
),
reasoned as (
    select
        *,
        if(kind = 'meeting', 'meeting', 'deal') as what,
        case
            when is_inside then 'its words tell of it'
            when not is_named then null
            when is_by_one_of_them then 'one who takes part speaks of the ' || what
            when n_named > 1 then 'its words name the ' || what || ' and who takes part'
        end as reason
    from pairs
)
select mention_id, about_mention, document_id, reason
from reasoned
where reason is not null
-- "The talks" are those told nearest, when nothing but the word says which.
qualify is_inside or row_number() over (
    partition by mention_id, kind order by is_inside desc, distance, about_mention
) = 1;
