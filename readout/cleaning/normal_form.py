"""The normal form of a text: what extraction reads and offsets point into."""

from readout.cleaning import boilerplate, characters, paragraphs, teasers

# Nearly every text is in its normal form after one round and shows it in the second. More are
# needed where a repair uncovers something to repair, such as a doubly escaped sign.
MOST_ROUNDS = 8


def of(text: str) -> str:
    """The text in normal form; it is its own normal form.

    One line feed between paragraphs, single spaces inside them, none at the ends; no invisible
    characters; no lines that belong to the page. Quotation marks and dashes as written.
    """
    for _ in range(MOST_ROUNDS):
        tidied = _tidied(text)
        if tidied == text:
            break
        text = tidied
    return text


def _tidied(text: str) -> str:
    lines = paragraphs.split(characters.normal(text))
    return "\n".join(teasers.without(boilerplate.without(lines)))
