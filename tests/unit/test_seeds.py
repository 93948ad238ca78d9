"""The tables known before reading: every row well-formed, every code known."""

import csv
import re
from importlib.resources import files
from itertools import pairwise

import pytest

from readout import codes
from readout.codes import KnownActor

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
COLUMNS = {
    "countries": "alpha2,alpha3,name,other_names,demonyms,capital,metonyms",
    "actors": "actor_id,name,kind,country,office,start,end,aliases",
    "places": "name,kind,country,also_in,other_names",
}


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_row_has_the_columns_of_its_table(table: str) -> None:
    lines = (files("seeds") / f"{table}.csv").read_text("utf-8").splitlines()
    assert lines[0] == COLUMNS[table]
    widths = {len(row) for row in csv.reader(lines)}
    assert widths == {COLUMNS[table].count(",") + 1}


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_no_cell_has_stray_spaces_or_empty_parts(table: str) -> None:
    lines = (files("seeds") / f"{table}.csv").read_text("utf-8").splitlines()
    for row in csv.reader(lines):
        for cell in row:
            assert cell == cell.strip(), row
            assert not cell or all(part == part.strip() != "" for part in cell.split("|")), row


def test_country_codes_are_well_formed_and_unique() -> None:
    countries = codes.countries()
    lines = (files("seeds") / "countries.csv").read_text("utf-8").splitlines()
    assert len(countries) == len(lines) - 1 > 200
    assert all(re.fullmatch("[A-Z]{2}", c.alpha2) for c in countries.values())
    assert all(re.fullmatch("[A-Z]{3}", c.alpha3) for c in countries.values())
    assert len({c.alpha3 for c in countries.values()}) == len(countries)
    assert all(c.name and c.capital for c in countries.values())


def test_the_list_of_actors_is_long_and_its_rows_unique() -> None:
    rows = [(a.actor_id, a.office, a.start) for a in codes.actors()]
    assert len(rows) == len(set(rows))
    assert len(rows) >= 400


def test_one_id_is_one_name_of_one_kind() -> None:
    names: dict[str, set[tuple[str, str]]] = {}
    for actor in codes.actors():
        names.setdefault(actor.actor_id, set()).add((actor.name, actor.kind))
    assert [i for i, found in names.items() if len(found) > 1] == []


def test_ids_are_readable_slugs() -> None:
    for actor in codes.actors():
        prefix = "org" if actor.kind == "organisation" else "[A-Z]{3}"
        assert re.fullmatch(rf"{prefix}(-[a-z0-9]+)+", actor.actor_id), actor.actor_id


def test_every_country_of_an_actor_or_place_is_known() -> None:
    known = set(codes.countries())
    assert {a.country for a in codes.actors()} - known == {None}
    assert {p.country for p in codes.places()} - known == {None}
    assert {country for p in codes.places() for country in p.also_in} <= known


def test_the_country_in_an_id_is_a_known_one() -> None:
    known = {c.alpha3 for c in codes.countries().values()} | {"INT"}
    persons = {a.actor_id[:3] for a in codes.actors() if a.kind == "person"}
    assert persons <= known


def test_kinds_are_those_of_the_vocabulary() -> None:
    assert {a.kind for a in codes.actors()} == {"person", "organisation"}
    assert {p.kind for p in codes.places()} == {"capital", "city", "region", "area", "venue"}


def test_dates_of_office_are_dates_and_in_order() -> None:
    for actor in codes.actors():
        assert actor.start is None or DATE.fullmatch(actor.start), actor
        assert actor.end is None or DATE.fullmatch(actor.end), actor
        if actor.start and actor.end:
            shared = min(len(actor.start), len(actor.end))
            assert actor.start[:shared] <= actor.end[:shared], actor


def test_nobody_has_two_terms_of_one_office_at_once() -> None:
    terms: dict[tuple[str, str | None], list[KnownActor]] = {}
    for actor in codes.actors():
        terms.setdefault((actor.actor_id, actor.office), []).append(actor)
    for rows in terms.values():
        ordered = sorted(rows, key=lambda row: row.start or "")
        for earlier, later in pairwise(ordered):
            assert earlier.end is not None, later
            assert earlier.end <= (later.start or ""), later


def test_one_alias_means_one_actor() -> None:
    owners: dict[str, set[str]] = {}
    for actor in codes.actors():
        for name in (actor.name, *actor.aliases):
            owners.setdefault(name.casefold(), set()).add(actor.actor_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_every_country_s_capital_is_a_place_of_that_country() -> None:
    places = {(p.name, p.country) for p in codes.places()}
    city_states = {c.alpha2 for c in codes.countries().values() if c.capital == c.name}
    missing = [
        c.capital
        for c in codes.countries().values()
        if c.alpha2 not in city_states and (c.capital, c.alpha2) not in places
    ]
    assert missing == []


def test_an_office_is_held_on_its_first_and_last_known_day_and_not_after() -> None:
    term = KnownActor("X-y", "Y", "person", None, "President", "2017-01-20", "2021-01", ())
    assert term.in_office("2017-01-20")
    assert term.in_office("2021-01-31")
    assert not term.in_office("2021-02-01")
    assert not term.in_office("2017-01-19")


def test_an_office_without_a_known_start_is_never_said_to_be_held() -> None:
    assert not KnownActor("X-y", "Y", "person", None, "President", None, None, ()).in_office(
        "2025-01-01"
    )


def test_nobody_is_said_to_hold_an_office_after_the_list_was_last_kept() -> None:
    term = KnownActor("X-y", "Y", "person", None, "President", "2024-01-20", None, ())
    assert term.in_office(codes.ACTORS_AS_OF)
    assert not term.in_office("2030-01-01")
