"""One line in a list of actors, and the past is told with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from extractors.actors.likeness import name_id
from extractors.actors.pairs import group_of
from extractors.actors.records import Actor
from readout import spelling, warehouse
from readout.additions import AdditionsError
from readout.identity import hash_id
from readout.records import Argument
from readout.warehouse import Resolved
from tests.newsroom import NOW, Newsroom, Story, day, told, words

COLUMNS = "actor_id,name,kind,country,office,start,end,aliases\n"
ANNA = COLUMNS + "DNK-anna-berg,Anna Berg,person,DK,Defence Minister,2024-01-01,,Zofia Holm|Berg\n"
VIEWS = (
    "actors_v1", "arguments_v1", "mentions_v1", "events_v1", "event_mentions_v1", "meetings_v1",
    "statements_v1", "deal_signings_v1", "actor_names_v1", "actor_offices_v1",
)  # fmt: skip
HOUR = timedelta(hours=1)


def unlisted(text: str, name: str, short: str | None = None) -> Argument:
    """A participant as extraction names one that it knows from no list."""
    said = short or name
    return Argument("participant", words(text, said), name, name_id(name))


def meeting(text: str, *arguments: Argument, address: str = "") -> Story:
    mention = told(text, "meeting", "met", when=day(text, "3 March 2025", "2025-03-03"))
    return Story(text, (replace(mention, arguments=arguments),), address)


def met(one: str, other: str, ending: str = "") -> Story:
    text = f"{one} met {other} in Oslo on 3 March 2025{ending}."
    return meeting(text, unlisted(text, one), unlisted(text, other))


FULL = met("Anna Berg", "Carl Dahl")
SHORT = met("Zofia Holm", "Carl Dahl", ", a diplomat said")
OTHERS = met("Eva Falk", "Gus Holm")
STORIES = [FULL, SHORT, OTHERS]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


def listing(newsroom: Newsroom, lines: str) -> None:
    newsroom.path.mkdir(parents=True, exist_ok=True)
    newsroom.home.actors.write_text(lines, "utf-8")


def resolve(newsroom: Newsroom, run_id: str = "resolved") -> Resolved:
    with newsroom.home.lock():
        con = warehouse.open(newsroom.home)
        try:
            resolved = warehouse.resolve(con, newsroom.home, run_id, NOW)
            warehouse.publish(con, newsroom.home)
        finally:
            con.close()
    return resolved


def shown(newsroom: Newsroom) -> dict[str, list[Any]]:
    return {view: sorted(map(repr, newsroom.rows(f"from {view}"))) for view in VIEWS}


def test_one_line_names_the_actor_in_every_document_of_the_past(newsroom: Newsroom) -> None:
    newsroom.run(*STORIES)
    listing(newsroom, ANNA)
    resolved = resolve(newsroom)
    assert [(one.old_name, one.name, one.actor_id) for one in resolved.renamings] == [
        ("Anna Berg", "Anna Berg", "DNK-anna-berg"),
        ("Zofia Holm", "Anna Berg", "DNK-anna-berg"),
    ]
    assert newsroom.rows(
        "select name, n_mentions, country, office, actor_code, sector, cameo from actors_v1 "
        "where actor_id = 'DNK-anna-berg'"
    ) == [("Anna Berg", 2, "DK", "Defence Minister", "DNK", "GOV", "DNKGOV")]
    named = "select text from arguments_v1 where actor_id = 'DNK-anna-berg' order by text"
    assert newsroom.rows(named) == [("Anna Berg",), ("Zofia Holm",)]
    assert newsroom.rows("select name from unknown_actors_v1 where name ilike '%berg'") == []


def test_tellings_of_one_meeting_become_one_event(newsroom: Newsroom) -> None:
    newsroom.run(*STORIES)
    before = newsroom.rows("select event_id, n_mentions from events_v1 order by all")
    listing(newsroom, ANNA)
    resolved = resolve(newsroom)
    after = newsroom.rows("select event_id, n_mentions from events_v1 order by all")
    assert (len(before), len(after)) == (3, 2)
    assert {event_id for event_id, _ in after} < {event_id for event_id, _ in before}
    assert resolved.events == {"merged": 1}
    ((merged, previous),) = newsroom.rows(
        "select event_id, previous_event_ids from changes_v1 where what = 'merged'"
    )
    assert merged in previous
    assert {*previous} < {event_id for event_id, _ in before}


@pytest.mark.parametrize("order", [STORIES, STORIES[::-1]])
def test_the_rows_are_as_if_the_line_had_been_there_from_the_start(
    tmp_path: Path, order: Sequence[Story]
) -> None:
    late, early = Newsroom(tmp_path / "late"), Newsroom(tmp_path / "early")
    late.run(*order)
    listing(late, ANNA)
    resolve(late)
    listing(early, ANNA)
    for number, story in enumerate(order):
        early.run(story, run_id=f"run {number}")
    assert shown(late) == shown(early)
    assert late.contents() == early.contents()


def test_the_next_run_takes_a_new_line_into_account_by_itself(tmp_path: Path) -> None:
    late, early = Newsroom(tmp_path / "late"), Newsroom(tmp_path / "early")
    late.run(FULL, SHORT)
    listing(late, ANNA)
    late.run(OTHERS, run_id="next")
    listing(early, ANNA)
    early.run(*STORIES)
    assert late.contents() == early.contents()


def test_a_line_that_is_taken_back_is_taken_back(newsroom: Newsroom) -> None:
    newsroom.run(*STORIES)
    before = newsroom.contents()
    listing(newsroom, ANNA)
    resolve(newsroom)
    assert newsroom.contents() != before
    newsroom.home.actors.unlink()
    resolved = resolve(newsroom, "taken back")
    assert newsroom.contents() == before
    assert resolved.events == {"split": 2}


def test_resolving_again_changes_nothing(newsroom: Newsroom) -> None:
    newsroom.run(*STORIES)
    listing(newsroom, ANNA)
    resolve(newsroom)
    before = newsroom.contents()
    resolved = resolve(newsroom, "again")
    assert (resolved.renamings, resolved.events) == ((), {})
    assert newsroom.contents() == before


def test_an_actor_that_no_document_names_is_said_to_be_so(newsroom: Newsroom) -> None:
    newsroom.run(OTHERS)
    listing(newsroom, ANNA)
    assert resolve(newsroom).unmentioned == ("DNK-anna-berg",)


def test_two_leaders_are_whoever_each_of_them_is(newsroom: Newsroom) -> None:
    text = "Anna Berg flew to see Carl Dahl. The two leaders met in Oslo on 3 March 2025."
    anna, carl = (Actor(name_id(name), name, "person") for name in ("Anna Berg", "Carl Dahl"))
    two = group_of((anna, carl))
    story = meeting(
        text, Argument("participant", words(text, "The two leaders"), two.name, two.actor_id)
    )
    newsroom.run(story)
    listing(newsroom, ANNA.replace(",Anna Berg,", ",Anna K. Berg,").replace("|", "|Anna Berg|"))
    resolve(newsroom)
    ids = sorted(("DNK-anna-berg", carl.actor_id))
    assert newsroom.rows("select name, actor_id from arguments_v1") == [
        ("Anna K. Berg and Carl Dahl", hash_id("group", *ids))
    ]


def test_a_pronoun_or_a_country_is_never_taken_for_the_actor(newsroom: Newsroom) -> None:
    text = "Georgia met who in Oslo on 3 March 2025."
    story = meeting(
        text,
        Argument("participant", words(text, "Georgia"), "Georgia", "country-GE"),
        Argument("participant", words(text, "who"), "who", hash_id("actor", "who")),
    )
    newsroom.run(story)
    listing(newsroom, COLUMNS + "x,Georgia Who,person,,,,,Georgia|WHO2\n")
    assert resolve(newsroom).renamings == ()


def test_names_that_differ_by_accents_and_case_are_one(newsroom: Newsroom) -> None:
    newsroom.run(met("Anna BERG", "Carl Dahl"), met("The Anna Bérg", "Carl Dahl", " again"))
    listing(newsroom, ANNA)
    resolve(newsroom)
    assert newsroom.rows("select n_mentions from actors_v1 where actor_id = 'DNK-anna-berg'") == [
        (2,)
    ]


def test_ids_of_unlisted_names_are_those_of_extraction() -> None:
    for name in ("Anna Berg", "the Østermark Group", "Éva d’Arc"):
        assert spelling.name_id(name) == name_id(name)


SAID = "Danish Defence Minister Anna Berg met Carl Dahl on 3 March 2025."
LATER = "Danish Foreign Minister Anna Berg met Carl Dahl again on 3 March 2025. Berg left."


def test_names_and_offices_are_learned_with_the_days_on_which_they_were_seen(
    newsroom: Newsroom,
) -> None:
    one = meeting(SAID, unlisted(SAID, "Anna Berg", "Danish Defence Minister Anna Berg"))
    two = meeting(LATER, unlisted(LATER, "Anna Berg", "Danish Foreign Minister Anna Berg"))
    three = meeting(LATER, unlisted(LATER, "Anna Berg", "Berg left"[:4]), address="test:3")
    newsroom.run(one, replace(two, published_at=NOW + HOUR), replace(three, published_at=None))
    assert newsroom.rows(
        "select office, country, first_seen, last_seen, n_mentions from actor_offices_v1 "
        "where actor_name = 'Anna Berg' order by first_seen"
    ) == [
        ("Defence Minister", "DK", NOW.replace(tzinfo=None), NOW.replace(tzinfo=None), 1),
        *[("Foreign Minister", "DK", *[(NOW + HOUR).replace(tzinfo=None)] * 2, 1)],
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("name\nAnna\n", "must begin with the columns"),
        (COLUMNS + "a,Anna\n", "line 2: has not as many cells"),
        (COLUMNS + "a,Anna Berg,human,,,,,\n", "line 2: kind is 'human'"),
        (COLUMNS + "a,Anna Berg,person,DEN,,,,\n", "line 2: country is 'DEN'"),
        (COLUMNS + "a,Anna Berg,person,DK,,May 2024,,\n", "line 2: start is 'May 2024'"),
        (COLUMNS + "a,Anna Berg,person,DK,,2024,2023,\n", "ends before it starts"),
        (COLUMNS + "country-DK,Anna Berg,person,DK,,,,\n", "line 2: actor_id is"),
        (COLUMNS + "a,,person,DK,,,,\n", "line 2: name is ''"),
        (COLUMNS + "a,Anna Berg,person,DK,,,,B\n", "line 2: aliases is 'B'"),
        (ANNA + "b,Berta Berg,person,,,,,Berg\n", "line 3: 'Berg' already means DNK-anna-berg"),
        (COLUMNS + "b,Ursula von der Leyen,person,,,,,\n", "already means"),
        (ANNA + "DNK-anna-berg,Berta Berg,person,DK,,,,\n", "is the person Anna Berg elsewhere"),
    ],
)
def test_a_line_that_cannot_be_used_is_refused_by_its_number_and_changes_nothing(
    newsroom: Newsroom, lines: str, message: str
) -> None:
    newsroom.run(*STORIES)
    before = newsroom.contents()
    listing(newsroom, lines)
    with pytest.raises(AdditionsError, match=message):
        resolve(newsroom)
    assert newsroom.contents() == before


def test_an_office_added_to_a_listed_actor_is_its_last(newsroom: Newsroom) -> None:
    text = "Ursula von der Leyen met Carl Dahl on 3 March 2025."
    newsroom.run(meeting(text, unlisted(text, "Carl Dahl")))
    ((actor_id, name, kind),) = newsroom.rows(
        "select actor_id, name, kind from actors_v1 where name = 'Ursula von der Leyen'"
    )
    listing(newsroom, f"{COLUMNS}{actor_id},{name},{kind},,High Envoy,2031-01-01,,VDL2\n")
    resolve(newsroom)
    ((office, aliases),) = newsroom.rows(
        f"select office, aliases from actors_v1 where actor_id = '{actor_id}'"  # noqa: S608
    )
    assert office == "High Envoy"
    assert "VDL2" in aliases


def test_every_mention_in_a_spreadsheets_utf_8_is_read(newsroom: Newsroom) -> None:
    newsroom.run(*STORIES)
    newsroom.home.actors.write_bytes(b"\xef\xbb\xbf" + ANNA.encode())
    assert len(resolve(newsroom).renamings) == 2


def test_the_run_is_in_the_ledger(newsroom: Newsroom) -> None:
    newsroom.run(*STORIES)
    listing(newsroom, ANNA)
    resolve(newsroom)
    ((state, inputs, message),) = newsroom.rows(
        "select state, n_inputs, message from runs_v1 where run_id = 'resolved'"
    )
    assert (state, inputs) == ("completed", 0)
    assert "2 names" in message
