"""Events don't depend on the order in which their mentions arrive, nor on how many at a time."""

from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from readout import warehouse
from readout.linking.compatibility import compatible
from readout.linking.events import events
from readout.linking.keys import LANDMARKS
from readout.linking.links import link
from readout.linking.parties import Party
from readout.linking.telling import Telling
from readout.records import Status
from readout.warehouse import Takedown
from tests.newsroom import NOW, Newsroom, Story, day, told

NAMES = ["Anna Berg", "Carl Dahl", "Eva Falk"]
STATUSES: list[Status] = ["occurred", "planned", "cancelled"]
DAYS = ["3 March 2025", "4 March 2025"]


@st.composite
def stories(draw: st.DrawFn) -> list[Story]:
    count = draw(st.integers(2, 6))
    return [_story(draw, number) for number in range(count)]


def _story(draw: st.DrawFn, number: int) -> Story:
    who = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    words = draw(st.sampled_from([*DAYS, None]))
    status = draw(st.sampled_from(STATUSES))
    text = f"{', '.join(who)} met on {words or 'a day'}; report {number}."
    iso = f"2025-03-0{words[0]}" if words else ""
    mention = told(
        text, "meeting", "met", who, status, when=day(text, words, iso) if words else None
    )
    published = NOW + timedelta(days=draw(st.integers(0, 6)))
    return Story(
        text,
        (mention,),
        f"test:{draw(st.integers(0, 4))}",
        published_at=published,
        fetched_at=NOW + timedelta(hours=number),
    )


@settings(max_examples=4, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_warehouse_is_the_same_whatever_the_order_of_loads(
    written: list[Story], random: Random
) -> None:
    with TemporaryDirectory() as folder:
        at_once, one_by_one = Newsroom(Path(folder) / "a"), Newsroom(Path(folder) / "b")
        at_once.run(*written)
        random.shuffle(written)
        half = len(written) // 2
        one_by_one.run(*written[:half], run_id="1")
        one_by_one.run(*written[half:], run_id="2")
        found, expected = one_by_one.contents(), at_once.contents()
        for table in ("events", "event_mentions", "duplicates", "revisions", "actors", "links"):
            assert found[table] == expected[table]


def test_of_a_crowd_all_are_in_one_event_in_whatever_order_they_come(tmp_path: Path) -> None:
    crowd = [_of_a_crowd(number) for number in range(LANDMARKS + 15)]
    at_once, in_parts = Newsroom(tmp_path / "a"), Newsroom(tmp_path / "b")
    at_once.run(*crowd)
    Random(1).shuffle(crowd)
    for number, some in enumerate((crowd[:10], crowd[10:-5], crowd[-5:])):
        in_parts.run(*some, run_id=str(number))
    found, expected = in_parts.contents(), at_once.contents()
    assert len(expected["events"]) == 1
    assert len(expected["links"]) < len(crowd) * (len(crowd) - 1) / 2
    for table in ("events", "event_mentions", "links", "mention_keys"):
        assert found[table] == expected[table]


def test_what_is_taken_down_leaves_a_crowd_as_if_it_had_never_come(tmp_path: Path) -> None:
    crowd = [_of_a_crowd(number) for number in range(LANDMARKS + 12)]
    without, taken_down = Newsroom(tmp_path / "a"), Newsroom(tmp_path / "b")
    without.run(*crowd[8:])
    taken_down.run(*crowd)
    asked = Takedown(frozenset(f"crowd:{number}" for number in range(8)), "")
    with taken_down.home.lock(), warehouse.open(taken_down.home) as con:
        warehouse.forget(con, taken_down.home, asked, "2", NOW)
        warehouse.publish(con, taken_down.home)
    found, expected = taken_down.contents(), without.contents()
    for table in ("events", "event_mentions", "links", "mention_keys"):
        assert found[table] == expected[table]


def _of_a_crowd(number: int) -> Story:
    text = f"Anna Berg met Carl Dahl on 3 March 2025; report {number}."
    when = day(text, "3 March 2025", "2025-03-03")
    mention = told(text, "meeting", "met", ["Anna Berg", "Carl Dahl"], when=when)
    return Story(text, (mention,), f"crowd:{number}", published_at=NOW + timedelta(hours=number))


def _tellings() -> st.SearchStrategy[Telling]:
    naive = NOW.replace(tzinfo=None)
    return st.builds(
        lambda number, document, actors, status, start, days, country, published: Telling(
            f"m{number}",
            f"d{document}",
            "meeting",
            status,
            number * 100,
            tuple(Party(one, one, frozenset({one})) for one in sorted(actors)),
            published_at=naive + timedelta(days=published),
            date_start=naive + timedelta(days=start) if days else None,
            date_end=naive + timedelta(days=start + days) if days else None,
            country=country,
        ),
        st.integers(0, 99),
        st.integers(0, 3),
        st.sets(st.sampled_from("abc"), min_size=1),
        st.sampled_from(["occurred", "planned", "denied"]),
        st.integers(0, 5),
        st.integers(0, 3),
        st.sampled_from(["FR", "NO", None]),
        st.integers(0, 6),
    )


@given(st.lists(_tellings(), max_size=12), st.randoms(use_true_random=False))
def test_every_mention_is_in_one_event_and_no_event_contradicts_itself(
    found: list[Telling], random: Random
) -> None:
    tellings = {one.mention_id: one for one in found}
    links = [
        linked
        for one in tellings.values()
        for other in tellings.values()
        if one.mention_id < other.mention_id and (linked := link(one, other))
    ]
    told_of = events(tellings, links)
    assert sorted(one.mention_id for one in told_of) == sorted(tellings)
    event = {one.mention_id: one.event_id for one in told_of}
    for one in tellings.values():
        for other in tellings.values():
            if event[one.mention_id] == event[other.mention_id]:
                assert one is other or compatible(one, other)
    random.shuffle(links)
    again = events(dict(reversed(tellings.items())), links)
    assert {*again} == {*told_of}
