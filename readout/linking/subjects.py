"""What an agreement is about, by the words for it."""

from readout.linking.telling import Telling

_PAPERS = frozenset(
    {"a", "an", "the", "of", "on", "for", "new", "joint", "deal", "agreement", "accord", "pact"}
    | {"treaty", "contract", "contracts", "memorandum", "understanding", "document", "documents"}
    | {"to", "and", "in", "with", "between", "from", "by", "at", "its", "their", "his", "her"}
)


# What a paper spoken of before is called: "it", "the document".
_BEFORE = ("the ", "this ", "that ", "it", "which")
_AGAIN = _PAPERS | {"it", "this", "that", "which", "truce", "ceasefire", "merger", "loan", "text"}


def is_named_before(telling: Telling) -> bool:
    """Whether the words for what is signed point back to words for it: "it", "the document"."""
    words = (telling.paper or "").casefold()
    return words.startswith(_BEFORE) and _AGAIN.issuperset(words.split())


def subject(telling: Telling) -> frozenset[str]:
    """What a deal is about: "minerals" of a "minerals agreement"."""
    return content(telling.deal) - {*(telling.instrument or "").casefold().split()}


def named_subject(telling: Telling) -> frozenset[str]:
    """The same, with what the sentence says of the paper: "an agreement on rare earths"."""
    return (content(telling.paper) | subject(telling)) - _AGAIN - {telling.instrument or ""}


def content(said: str | None) -> frozenset[str]:
    """The words that tell one paper or topic from another."""
    return frozenset((said or "").casefold().split()) - _PAPERS
