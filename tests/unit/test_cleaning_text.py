"""Plain text to its normal form: characters, lines, furniture, teasers."""

import time

import pytest

from readout.cleaning import boilerplate, characters, markdown, normal_form, paragraphs, teasers

STORY = "The two ministers met in Zenda on Monday and agreed to open the border in May."
MORE = "A treaty will be signed once the lawyers have read it, the king's office said."


def test_mojibake_is_repaired_and_quotation_marks_stay_as_written() -> None:
    damaged = "â€œWe’re doneâ€\x9d, he said. â‚¬5 “well” 'spent' at the cafÃ©."
    assert normal_form.of(damaged) == "“We’re done”, he said. €5 “well” 'spent' at the café."


@pytest.mark.parametrize(
    "good", ["“Ça va?” – «Oui…» — ‘ﬁn’ ½ Ｔ№", "São Tomé’s 10³ £5 Å", "Наш", "中文"]
)
def test_good_characters_are_left_alone(good: str) -> None:
    assert characters.normal(good) == good


def test_what_cannot_be_seen_goes() -> None:
    seen = characters.normal(
        "Bi\u00adden\u2060-Har\u200bris\x00 \u202amet\u202c\ufeff e\u0301\ud83d\ude00\ud800"
    )
    assert seen == "Biden-Harris met é😀\ufffd"


def test_escaped_signs_are_signs_again_however_often_they_were_escaped() -> None:
    assert normal_form.of("Marks &amp;amp;amp; Spencer&#8217;s &amp;quot;deal&quot;") == (
        'Marks & Spencer’s "deal"'
    )


def test_every_kind_of_line_break_and_space_has_one_form() -> None:
    raw = f"\r\n {STORY}\r\rB\tc\u00a0d\u2029\u2003e \n \n"
    assert normal_form.of(raw) == f"{STORY}\nB c d\ne"


def test_lines_broken_at_a_width_are_joined_and_paragraphs_stay() -> None:
    wrapped = (
        "The two ministers met in Zenda on Monday and agreed to\n"
        "open the border in May, after talks that had lasted for\n"
        "a long-\nterm total of nine years and two months, said one.\n"
        "\n"
        "A treaty will be signed once the lawyers of both sides\n"
        "have read it, the office of the king said in a note.\n"
    )
    joined = (
        "The two ministers met in Zenda on Monday and agreed to open the border in May, after "
        "talks that had lasted for a long-term total of nine years and two months, said one.\n"
        "A treaty will be signed once the lawyers of both sides have read it, the office of the "
        "king said in a note."
    )
    assert paragraphs.split(characters.normal(wrapped)) == joined.split("\n")


def test_a_list_of_headlines_is_not_taken_for_broken_lines() -> None:
    headlines = [
        f"Minister Number {n} Meets the Queen of Ruritania in Zenda Castle" for n in range(6)
    ]
    assert paragraphs.split("\n".join(headlines)) == headlines


@pytest.mark.parametrize(
    "line",
    [
        "This website uses cookies.",
        "We and our 214 partners use cookies to store data on your device.",
        "Advertisement",
        "ADVERTISEMENT - STORY CONTINUES BELOW",
        "Read more: King opens a bridge",
        "ALSO READ | King opens a bridge",
        "Sign up for our newsletter",
        "Follow us on Facebook and X",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "(Reuters/Ann Writer)",
        "Photo: Ann Writer/Zenda Post",
        "© 2025 The Zenda Post. All rights reserved.",
        "Copyright 2025 The Zenda Post",
        "Reporting by Ann Writer in Zenda; Editing by Bob Reader",
        "The post King opens a bridge appeared first on Zenda Post.",
        "###",
        "# # #",
        "-30-",
        "12 Comments",
        "Tags: border, treaty",
    ],
)
def test_a_line_that_belongs_to_the_page_goes(line: str) -> None:
    assert boilerplate.without([STORY, MORE, line]) == [STORY, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "The following is attributable to Spokesperson Ann Writer:",
        "Office of the Spokesperson",
        "By Ann Writer",
        "Thank you.",
        "Q Thank you.",
        "(c) This order shall be implemented consistent with applicable law.",
        "The government is focusing on:",
        "Share prices fell after the two companies signed the deal.",
        "Follow us, the minister told the crowd, and they did.",
        "Related companies signed two contracts on Monday.",
        "The end of the war is near, said the king.",
        "Comments by the minister angered the king.",
        "The ministers agreed to sign up for the plan.",
        "Advertising revenue fell by a tenth.",
        "President Biden: I met him today.",
        "(Laughter.)",
        "No comment.",
        "Next.",
        "More on that later.",
        "More.",
    ],
)
def test_a_line_that_may_be_evidence_stays(line: str) -> None:
    assert boilerplate.without([STORY, line, MORE]) == [STORY, line, MORE]


def test_headlines_under_related_stories_go_but_only_at_the_end() -> None:
    links = ["Related stories", "King opens a bridge", "Rain expected in Zenda"]
    assert boilerplate.without([STORY, MORE, *links]) == [STORY, MORE]
    assert boilerplate.without([STORY, *links, MORE]) == [STORY, *links, MORE]


TEASERS = [
    "King Opens New Bridge Over the River After Nine Years of Delay The king on…",
    "Rain Expected Across the Whole Kingdom Until the Weekend Meteorologists have…",
    "Zenda Bank Posts ₹1,150 Crore Profit, Its Largest Since 1999 Zenda Bank said...",
]


def test_teasers_of_other_stories_behind_the_end_go() -> None:
    assert teasers.without([STORY, MORE, *TEASERS]) == [STORY, MORE]
    text = "\n".join([STORY, MORE, *TEASERS, "This website uses cookies."])
    assert normal_form.of(text) == f"{STORY}\n{MORE}"


def test_teasers_on_two_lines_go_as_well() -> None:
    pair = ["King Opens New Bridge Over the River", "The king on Monday opened a bridge that…"]
    other = ["Rain Expected Across the Kingdom", "It will rain, say those who know…"]
    assert teasers.without([STORY, MORE, *pair, *other]) == [STORY, MORE]


@pytest.mark.parametrize(
    "ending",
    [
        [TEASERS[0]],
        ["“I thought we would never sign…", "and then we signed it…"],
        ["The meeting was the last of the year and…"],
        [*TEASERS, STORY],
    ],
)
def test_a_single_ellipsis_or_a_speech_that_trails_off_stays(ending: list[str]) -> None:
    assert teasers.without([STORY, MORE, *ending]) == [STORY, MORE, *ending]


def test_markdown_leaves_its_words() -> None:
    source = (
        "Kings *agree*\n=============\n\n"
        "The **king** of [Ruritania](https://x.example/a_b) met\nthe _queen_ "
        "on Monday — “at last”.\n\n"
        "## What they said\n\n- Open the `border`\n- Cut tariffs\n  by half\n\n"
        "> We agreed.\n\n---\n"
        "snake_case_name and 2 * 3 * 4 and AT\\*T ![the king](k.png)\n\n[a]: https://x.example\n"
    )
    text, title = markdown.plain(source)
    assert title == "Kings agree"
    assert normal_form.of(text).split("\n") == [
        "Kings agree",
        "The king of Ruritania met the queen on Monday — “at last”.",
        "What they said",
        "Open the border",
        "Cut tariffs by half",
        "We agreed.",
        "snake_case_name and 2 * 3 * 4 and AT*T the king",
    ]


WORST = [
    " ",
    "a",
    "&",
    "&amp;",
    "*a",
    "**",
    "_a ",
    "`",
    "[a](",
    "![a](",
    "| - ",
    "-",
    "# ",
    "…",
    "…\n",
]
WORST += [
    "Ã",
    "â€",
    "\u200b",
    "\x1b[",
    "share ",
    "copyright ",
    "Photo: ",
    "Aa Bb Cc Dd Ee…\n",
    "home ",
    "©",
]


@pytest.mark.parametrize("piece", WORST)
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    started = time.perf_counter()
    normal_form.of(text)
    markdown.plain(text)
    boilerplate.without([text[:400]])
    assert time.perf_counter() - started < 4
