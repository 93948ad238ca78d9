import pytest

from extractors import quotations


def parts(text: str) -> list[list[str]]:
    return [[part.of(text) for part in found.parts] for found in quotations.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” she said.", [["We agree,"]]),
        ('"We agree," she said.', [["We agree,"]]),
        ("«We agree», she said.", [["We agree"]]),
        ("‘We agree,’ she said.", [["We agree,"]]),
        ("'We agree,' she said.", [["We agree,"]]),
        ("„We agree,” she said.", [["We agree,"]]),
        ("``We agree,'' she said.", [["We agree,"]]),
    ],
)
def test_any_pair_of_marks_makes_a_quotation(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It’s the workers’ plan and the ministers’ duty.",
        "the '60s and the dogs' home",
        "Rock 'n' roll isn't dead.",
        "He is 5' 10\" tall.",
        "O’Brien and D’Souza don’t agree.",
    ],
)
def test_apostrophes_and_measures_are_no_quotation_marks(text: str) -> None:
    assert parts(text) == []


def test_a_plural_possessive_does_not_end_a_quotation() -> None:
    text = "‘The workers’ union’s plan is ready,’ he said."
    assert parts(text) == [["The workers’ union’s plan is ready,"]]


def test_a_quotation_in_a_quotation_belongs_to_the_outer_one() -> None:
    assert parts("“She said ‘no’ to us,” he said.") == [["She said ‘no’ to us,"]]
    assert parts("‘She said “no” to us,’ he said.") == [["She said “no” to us,"]]
    assert parts("“She said “no” to us,” he said.") == [["She said “no” to us,"]]


def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = "He said: “One.\n\n“Two.\n\n“Three.” And left.\n“Four.”"
    assert parts(text) == [["One.", "Two.", "Three."], ["Four."]]


def test_a_quotation_left_open_ends_with_the_lone_mark_below() -> None:
    assert parts('He said, "One.\nTwo.” Then he left.') == [["One.", "Two."]]


def test_a_doubled_mark_counts_once() -> None:
    assert parts('""We agree,"" she said.') == [["We agree,"]]


def test_a_missing_mark_costs_its_own_quotation_at_most() -> None:
    assert parts("“We agree, she said. “They refuse,” he said.") == [["They refuse,"]]
    assert parts("We agree,” she said.\n“They refuse,” he said.") == [
        ["We agree,"],
        ["They refuse,"],
    ]
    assert parts("He said: “We agree.\nShe left.") == [["We agree."]]


def test_a_stray_mark_inside_a_sentence_is_dropped() -> None:
    assert parts("He called it “bad and left.\nShe stayed.") == []


def test_straight_and_curly_marks_may_pair() -> None:
    assert parts('She said, "We agree,” and left.') == [["We agree,"]]


def test_what_is_quoted_within_a_quotation_is_found_between_marks_of_another_style() -> None:
    text = "“He said, ‘Come in,’ and then ‘Sit down,’ to us,” she said. ‘No “more” of it.’"
    found = [
        [inner.inner.of(text) for inner in quotations.nested(text, outer)]
        for outer in quotations.find(text)
    ]
    assert found == [["Come in,", "Sit down,"], ["more"]]
