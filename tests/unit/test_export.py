"""Events in the columns of other data sets, from a real snapshot."""

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from readout import codes, exchange, warehouse
from readout.cells import unguarded
from readout.home import Home
from readout.identity import hash_id
from readout.records import Argument, When, Where
from readout.warehouse import ExportError, Selection
from tests.newsroom import Newsroom, Story, day, place, told, words

ROLES = {"visitor": "Anna Berg", "host": "Emmanuel Macron"}
NASTY = ("Robert'); DROP TABLE students;--", '=HYPERLINK("https://evil.example","x")', "<script>")
GDELT = 61
ALL = Selection()


def _met() -> Story:
    text = "Anna Berg met Carl Dahl in Oslo on Monday."
    when, where = day(text, "Monday", "2025-03-03"), place(text, "Oslo", "NO")
    mention = told(text, "meeting", "met", ("Anna Berg", "Carl Dahl"), when=when, where=where)
    return Story(text, (mention,), "https://news.example/met")


def _visited() -> Story:
    text = "Anna Berg visited Emmanuel Macron in France on Tuesday."
    people = tuple(
        Argument(role, words(text, name), name, _actor(name)) for role, name in ROLES.items()
    )
    mention = told(text, "meeting", "visited", when=day(text, "Tuesday", "2025-03-04"))
    mention = replace(mention, arguments=people, attributes={"format": "visit"})
    return Story(text, (replace(mention, where=Where(words(text, "France"), "France", "FR")),))


def _actor(name: str) -> str:
    known = {actor.name: actor.actor_id for actor in codes.actors()}
    return known.get(name) or hash_id("actor", name)


def _planned() -> Story:
    text = "Eva Falk will meet Gro Hansen on 7 July."
    when = day(text, "7 July", "2025-07-07")
    return Story(
        text, (told(text, "meeting", "meet", ("Eva Falk", "Gro Hansen"), "planned", when=when),)
    )


def _called_off() -> Story:
    text = "The meeting of Ivar Juhl and Kim Lund on 8 July is off."
    people = ("Ivar Juhl", "Kim Lund")
    when = day(text, "8 July", "2025-07-08")
    return Story(text, (told(text, "meeting", "meeting", people, "cancelled", when=when),))


def _signed() -> Story:
    text = "In March Norway and Brazil signed a pact."
    month = When(
        datetime.fromisoformat("2025-03-01"), datetime.fromisoformat("2025-04-01"),
        "month", "relative to publication", words(text, "March"),
    )  # fmt: skip
    mention = told(text, "deal_signing", "signed", ("Norway", "Brazil"), when=month)
    people = tuple(
        replace(argument, actor_id=f"country-{code}")
        for argument, code in zip(mention.arguments, ("NO", "BR"), strict=True)
    )
    return Story(text, (replace(mention, arguments=people, attributes={"stage": "signed"}),))


def _accused() -> Story:
    text = "Nils Olsen accused the buyers of theft."
    mention = told(
        text, "statement", "accused", ("Nils Olsen",),
        arguments={"addressee": "the buyers", "content": "theft"},
        attributes={"speech_act": "accuse"},
    )  # fmt: skip
    return Story(text, (mention,))


def _nasty() -> Story:
    text = f"{NASTY[0]} met {NASTY[1]},\n\tand {NASTY[2]}."
    return Story(text, (told(text, "meeting", "met", NASTY),), "https://news.example/?a=\tb")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    newsroom = Newsroom(tmp_path_factory.mktemp("export") / "home")
    newsroom.run(
        _met(), _visited(), _planned(), _called_off(), _signed(), _accused(), _nasty()
    )  # fmt: skip
    return newsroom.home


@cache
def _events(
    home: Home, layout: exchange.Form, wanted: Selection = ALL, *, report_dates: bool = False
) -> tuple[str, Counter[str]]:
    return _anew(home, layout, wanted, report_dates=report_dates)


def _anew(
    home: Home, layout: exchange.Form, wanted: Selection, *, report_dates: bool
) -> tuple[str, Counter[str]]:
    out = io.BytesIO()
    with warehouse.exported_events(home, layout, wanted, report_dates=report_dates) as batches:
        counted = exchange.write(batches, layout, out)
    return out.getvalue().decode(), counted


def _view(home: Home, view: str, form: exchange.Form, wanted: Selection = ALL) -> bytes:
    out = io.BytesIO()
    with warehouse.exported_view(home, view, wanted) as (batches, _):
        exchange.write(batches, form, out)
    return out.getvalue()


def _objects(text: str) -> dict[str, dict[str, Any]]:
    """PLOVER's objects by the first name among their sources."""
    rows = [json.loads(line) for line in text.splitlines()]
    return {row["source"][0]["identifier_text"]: row for row in rows}


def _lines(text: str) -> dict[str, list[str]]:
    """GDELT's lines by Actor1Name."""
    return {cells[6]: cells for cells in (line.split("\t") for line in text.splitlines())}


def _rows(text: str) -> dict[str, dict[str, str]]:
    """ACLED's rows by actor1."""
    return {unguarded(row["actor1"]): row for row in csv.DictReader(io.StringIO(text))}


def test_an_object_of_plover_has_the_fields_that_the_manual_requires(home: Home) -> None:
    text, _ = _events(home, "plover", report_dates=True)
    for row in map(json.loads, text.splitlines()):
        assert row["id"]
        assert row["date"] == str(date.fromisoformat(row["date"]))
        assert row["source"]
        assert len(row["event"]) == 1
        assert row["event_text"][0] in " ".join(s.text for s in (
            _met(), _visited(), _planned(), _signed(), _accused(), _nasty()
        ))  # fmt: skip
        assert "null" not in json.dumps(row)


def test_a_meeting_is_a_consultation_of_all_who_met(home: Home) -> None:
    met = _of_day(home, "2025-03-03")
    assert met["event"] == ["CONSULT"]
    assert met["event_loc"] == {"name": "Oslo", "country code": "NO", "cc3": "NOR"}
    assert [actor["identifier_text"] for actor in met["source"]] == ["Anna Berg", "Carl Dahl"]
    assert not {"recipient", "context", "enddate"} & set(met)


def test_who_visits_is_the_source_and_who_is_visited_the_recipient(home: Home) -> None:
    visit = _of_day(home, "2025-03-04")
    assert visit["mode"] == ["visit"]
    assert [actor["identifier_text"] for actor in visit["source"]] == ["Anna Berg"]
    (host,) = visit["recipient"]
    assert (host["identifier_text"], host["office"]) == ("Emmanuel Macron", "President")
    assert (host["code"], host["sector"]) == ("FRA", "GOV")


def _of_day(home: Home, iso: str) -> dict[str, Any]:
    rows = map(json.loads, _events(home, "plover")[0].splitlines())
    (row,) = (row for row in rows if row["date"] == iso)
    return dict(row)


def test_who_is_accused_is_the_recipient(home: Home) -> None:
    accusation = _objects(_events(home, "plover", report_dates=True)[0])["Nils Olsen"]
    assert (accusation["event"], accusation["mode"]) == (["ACCUSE"], ["allege"])
    assert [actor["identifier_text"] for actor in accusation["recipient"]] == ["the buyers"]


def test_a_plan_is_never_exported_as_held(home: Home) -> None:
    objects = _objects(_events(home, "plover")[0])
    assert objects["Eva Falk"]["event"] == ["AGREE"]
    assert objects["Eva Falk"]["context"] == ["future"]
    assert objects["Eva Falk"]["status"] == "planned"
    assert all(row["status"] == "occurred" for row in objects.values() if "context" not in row)
    assert "Eva Falk" not in _lines(_events(home, "gdelt")[0])
    assert "Eva Falk" not in _rows(_events(home, "acled")[0])
    assert _events(home, "acled")[1]["left out: they have not happened"] == 2


def test_what_does_not_fit_is_counted(home: Home) -> None:
    assert _events(home, "plover")[1] == {
        exchange.WRITTEN: 4,
        "left out: PLOVER has no category for them": 1,
        "left out: no words say when": 2,
    }
    assert _events(home, "gdelt")[1]["with more than two actors: a row has room for two"] == 1


def test_a_line_of_gdelt_has_sixty_one_cells(home: Home) -> None:
    text, counted = _events(home, "gdelt", report_dates=True)
    lines = text.splitlines()
    assert len(lines) == counted[exchange.WRITTEN] == 5
    assert {line.count("\t") for line in lines} == {GDELT - 1}


def test_a_line_of_gdelt_says_who_when_what_and_where_with_its_codes(home: Home) -> None:
    cells = _lines(_events(home, "gdelt")[0])["Norway"]
    assert cells[1:5] == ["", "202503", "2025", ""]  # a month is no day
    assert (cells[5], cells[15], cells[16]) == ("NOR", "BRA", "Brazil")
    assert cells[26:31] == ["057", "057", "05", "1", "8.0"]
    met = next(
        line.split("\t")
        for line in _events(home, "gdelt")[0].splitlines()
        if line.split("\t")[1] == "20250303"
    )
    assert met[4] == "2025.1726"  # ((3 - 1) * 30 + 3) / 365
    assert met[51:54] == ["4", "Oslo, Norway", "NO"]
    assert met[60] == "https://news.example/met"


def test_a_line_of_gdelt_has_the_visitor_first_and_the_codes_of_actors_in_parts(home: Home) -> None:
    lines = (line.split("\t") for line in _events(home, "gdelt")[0].splitlines())
    (visit,) = (cells for cells in lines if cells[1] == "20250304")
    assert visit[5:8] == ["", "Anna Berg", ""]
    assert visit[15:18] == ["FRAGOV", "Emmanuel Macron", "FRA"]
    assert visit[22:25] == ["GOV", "", ""]


def test_a_visit_to_a_country_is_exact_to_the_country(home: Home) -> None:
    rows = csv.DictReader(io.StringIO(_events(home, "acled")[0]))
    by_place = {row["location"]: row for row in rows}
    assert [by_place[name]["geo_precision"] for name in ("Oslo", "France", "")] == ["1", "3", ""]
    assert (by_place["France"]["iso"], by_place["France"]["country"]) == ("250", "France")


def test_a_date_is_no_more_exact_than_its_words(home: Home) -> None:
    rows = _rows(_events(home, "acled")[0])
    assert rows["Norway"]["event_date"] == "2025-03-01"
    assert rows["Norway"]["time_precision"] == "3"
    assert rows["Nils Olsen"]["event_date"] == rows["Nils Olsen"]["time_precision"] == ""
    pact = _objects(_events(home, "plover")[0])["Norway"]
    assert (pact["date"], pact["enddate"]) == ("2025-03-01", "2025-03-31")


def test_an_undated_event_has_the_day_of_its_report_only_when_asked(home: Home) -> None:
    assert "Nils Olsen" not in _objects(_events(home, "plover")[0])
    row = _objects(_events(home, "plover", report_dates=True)[0])["Nils Olsen"]
    assert (row["date"], row["date_basis"]) == ("2025-03-05", "report")
    acled = _rows(_events(home, "acled", report_dates=True)[0])["Nils Olsen"]
    assert (acled["event_date"], acled["time_precision"]) == ("2025-03-05", "")
    assert _lines(_events(home, "gdelt", report_dates=True)[0])["Nils Olsen"][1] == "20250305"


def test_names_pass_as_text_whatever_they_are(home: Home) -> None:
    row = _objects(_events(home, "plover", report_dates=True)[0])[NASTY[0]]
    assert [actor["identifier_text"] for actor in row["source"]] == [*NASTY]
    cells = _lines(_events(home, "gdelt")[0])[NASTY[0]]
    assert cells[16] == f"'{NASTY[1]}"
    assert cells[60] == "https://news.example/?a= b"
    acled = _rows(_events(home, "acled")[0])[NASTY[0]]
    assert acled["actor2"] == f"'{NASTY[1]}"
    assert acled["notes"] == _nasty().text
    (listed,) = (
        json.loads(cell["participants"])
        for cell in csv.DictReader(io.StringIO(_view(home, "meetings", "csv").decode()))
        if "DROP" in cell["participants"]
    )
    assert listed == [*NASTY]


def test_an_archive_that_is_taken_in_slices_gives_the_same_file(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readout.warehouse.export._MENTIONS_AT_ONCE", 3)
    assert _anew(home, "plover", ALL, report_dates=False) == _events(home, "plover")


def test_kinds_statuses_and_days_select(home: Home) -> None:
    wanted = Selection(("meeting",), ("occurred", "planned"), date(2025, 3, 4), date(2025, 7, 7))
    rows = [json.loads(line) for line in _view(home, "events_v1", "jsonl", wanted).splitlines()]
    assert {(row["kind"], row["status"], row["date_start"][:10]) for row in rows} == {
        ("meeting", "occurred", "2025-03-04"),
        ("meeting", "planned", "2025-07-07"),
    }
    with warehouse.exported_view(home, "events", wanted) as (_, undated):
        assert undated == 1


def test_a_month_is_of_each_of_its_days(home: Home) -> None:
    for asked, there in ((date(2025, 3, 31), True), (date(2025, 4, 1), False)):
        wanted = Selection(since=asked)
        assert ("Norway" in _objects(_events(home, "plover", wanted)[0])) is there
        assert bool(_view(home, "deal_signings", "jsonl", wanted)) is there


def test_a_view_goes_out_with_its_types_as_parquet(home: Home) -> None:
    table = pq.read_table(io.BytesIO(_view(home, "meetings", "parquet")))
    rows = warehouse.query(home, "from meetings order by event_id")
    assert table.equals(rows)


def test_an_unknown_view_is_an_error_that_names_those_there_are(home: Home) -> None:
    with pytest.raises(ExportError, match="meetings_v1"):
        _view(home, "no_such_view", "csv")


@pytest.mark.parametrize(
    ("view", "wanted", "missing"),
    [
        ("documents", Selection(kinds=("meeting",)), "kind"),
        ("actors", Selection(statuses=("occurred",)), "status"),
        ("actors", Selection(since=date(2025, 1, 1)), "days"),
    ],
)
def test_what_a_view_cannot_be_selected_by_is_an_error(
    home: Home, view: str, wanted: Selection, missing: str
) -> None:
    with pytest.raises(ExportError, match=f"{view} has no {missing}"):
        _view(home, view, "csv", wanted)


def test_every_country_has_its_codes_in_other_data_sets() -> None:
    lines = (Path(codes.__file__).parents[1] / "seeds" / "country_codes.csv").read_text("utf-8")
    rows = [*csv.DictReader(lines.splitlines())]
    assert {row["alpha2"] for row in rows} == set(codes.countries())
    for column in ("numeric", "fips", "cameo"):
        given = [row[column] for row in rows if row[column]]
        assert len(given) == len(set(given))
