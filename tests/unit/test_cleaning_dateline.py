"""Datelines, found where they stand and taken apart."""

import time

import pytest

from readout.cleaning import dateline

STORY = "The two ministers met on Monday and agreed to open the border in May."

FOUND = [
    ("KYIV, March 3 (Agency) — ", "KYIV", "March 3", "Agency"),
    ("WASHINGTON (AP) - ", "WASHINGTON", None, "AP"),
    ("Kyiv (Zenda Times)– ", "Kyiv", None, "Zenda Times"),
    ("BEIJING, June 2 (Xinhua) -- ", "BEIJING", "June 2", "Xinhua"),
    ("LONDON — ", "LONDON", None, None),
    ("Kyiv – ", "Kyiv", None, None),
    ("PARIS/BERLIN, Oct 3 - ", "PARIS/BERLIN", "Oct 3", None),
    ("Brussels, 12 March 2024 – ", "Brussels", "12 March 2024", None),
    ("London, Monday, 3 March – ", "London", "Monday, 3 March", None),
    ("MOSCOW, March 3. /TASS/. ", "MOSCOW", "March 3", "TASS"),
    ("MOSCOW. March 3 (Interfax) - ", "MOSCOW", "March 3", "Interfax"),
    ("New Delhi, Mar 3 (PTI) ", "New Delhi", "Mar 3", "PTI"),
    ("New Delhi [India], March 3 (ANI): ", "New Delhi [India]", "March 3", "ANI"),
    ("ISLAMABAD: ", "ISLAMABAD", None, None),
    ("Tehran, IRNA – ", "Tehran", None, "IRNA"),
    ("WEST PALM BEACH, Fla. (AP) — ", "WEST PALM BEACH, Fla.", None, "AP"),
    ("SPRINGFIELD, Ill. — ", "SPRINGFIELD, Ill.", None, None),
    ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", None, "AP"),
    ("NEW YORK--(BUSINESS WIRE)--", "NEW YORK", None, "BUSINESS WIRE"),
    (
        "GENEVA, Switzerland, March 5, 2025 /PRNewswire/ -- ",
        "GENEVA, Switzerland",
        "March 5, 2025",
        "PRNewswire",
    ),
    ("SÃO PAULO, Sept. 5 (AFP) – ", "SÃO PAULO", "Sept. 5", "AFP"),
    ("UNITED NATIONS — ", "UNITED NATIONS", None, None),
    ("March 3 (Reuters) - ", None, "March 3", "Reuters"),
    ("(Reuters) - ", None, None, "Reuters"),
]


@pytest.mark.parametrize(("opening", "place", "date", "agency"), FOUND)
@pytest.mark.parametrize(
    "before", ["", "A Title Without a Full Stop\n", "Title\nBy Ann Writer\n\n"]
)
def test_a_dateline_is_taken_apart_where_it_stands(
    opening: str, place: str | None, date: str | None, agency: str | None, before: str
) -> None:
    text = f"{before}{opening}{STORY}\n{STORY}"
    found = dateline.find(text)
    assert found is not None
    assert found.extent.of(text) == opening.strip()
    parts = [part.of(text) if part else None for part in (found.place, found.date, found.agency)]
    assert parts == [place, date, agency]


@pytest.mark.parametrize("line", ["Brussels, Belgium", "Washington, D.C.", "ISTANBUL"])
def test_a_place_alone_on_a_line_is_a_dateline(line: str) -> None:
    text = f"Office of the Spokesperson\n{line}\n{STORY}"
    found = dateline.find(text)
    assert found is not None
    assert found.place is not None
    assert found.place.of(text) == found.extent.of(text) == line


@pytest.mark.parametrize(
    "text",
    [
        f"Note: {STORY}",
        f"Q: {STORY}",
        "MOSCOW TALKS — what we know",
        "MOSCOW TALKS — What we know about them now.",
        f"- KYIV — {STORY}",
        f"• KYIV, March 3 (AP) — {STORY}",
        f"BREAKING — {STORY}",
        f"CEMENT - {STORY}",
        f"PRESIDENT SMITH: {STORY}",
        f"PARIS: {STORY}\nLONDON: No.\nPARIS: {STORY}",
        "THE WAR IN RURITANIA",
        "Zelensky – who met Trump – said that he would go home today.",
        "John Smith (Labour) — I think that we should all go home.",
        "London - Paris train service resumes after storm",
        "Paris: What to know",
        f"Monday, March 3 — {STORY}",
        "Friday, January 4, 2019",
        "Office of the Spokesperson",
        f"{STORY * 4}\nKYIV, March 3 (AP) — {STORY}",
        "",
        "—",
    ],
)
def test_headings_speakers_and_lists_are_no_datelines(text: str) -> None:
    assert dateline.find(text) is None


@pytest.mark.parametrize(
    "piece", ["A", "A ", "A, ", "A/", "(A", "March 3, ", "Kyiv, ", " ", "-", "KYIV\n", "\n"]
)
def test_a_dateline_is_looked_for_in_the_opening_alone(piece: str) -> None:
    started = time.perf_counter()
    dateline.find(piece * (50_000 // len(piece)))
    assert time.perf_counter() - started < 2
