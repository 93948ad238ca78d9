"""Whether lines are paragraphs."""

from readout.wrapping import is_hard_wrapped

MAIL = """The two ministers met in Zenda on Monday and agreed to
open the border in May, after talks that had lasted for
nine years. A treaty will be signed once the lawyers of
both sides have read it, the office of the king said."""


def test_lines_that_go_on_in_lower_case_are_broken_at_a_width() -> None:
    assert is_hard_wrapped(MAIL)
    assert is_hard_wrapped(f"Kings agree\n\n{MAIL}\n\n{MAIL}")


def test_headlines_sentences_and_long_lines_are_paragraphs() -> None:
    assert not is_hard_wrapped(
        "\n".join(["Ministers Meet the Queen of Ruritania in Zenda Castle"] * 6)
    )
    assert not is_hard_wrapped(
        "\n".join(["The ministers met the queen of Ruritania in Zenda Castle."] * 6)
    )
    assert not is_hard_wrapped(
        f"{MAIL}\n{'The ministers met the queen of Ruritania in Zenda. ' * 3}"
    )
    assert not is_hard_wrapped("")
