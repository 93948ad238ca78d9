"""Word lists as data files, and the inflected forms of their verbs.

The trained lemmatizer gets 12 of 71 forms of news verbs wrong ("insisted" → "insiste"), so a verb
that stands in a list is recognised by its spelling.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token

VOWELS = "aeiou"


@cache
def load(name: str) -> dict[str, Any]:
    """The list `extractors/lexicons/<name>.toml`."""
    return tomllib.loads((files("extractors") / "lexicons" / f"{name}.toml").read_text("utf-8"))


@cache
def _verb_forms() -> dict[str, str]:
    """Inflected form → lemma, for every verb in `verbs.toml`, its irregular forms included."""
    verbs = load("verbs")
    table: dict[str, str] = {}
    for lemma in verbs["regular"]:
        table.update(dict.fromkeys(regular_forms(lemma), lemma))
    for lemma in verbs["doubling"]:
        table.update(dict.fromkeys(regular_forms(lemma, doubles=True), lemma))
    for lemma, forms in verbs["irregular"].items():
        table.update(
            dict.fromkeys([lemma, third_person(lemma), present_participle(lemma), *forms], lemma)
        )
    return table


def third_person(lemma: str) -> str:
    """Says, tries, pushes."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def present_participle(lemma: str, *, doubles: bool = False) -> str:
    """Saying, voicing, planning."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if doubles else "") + "ing"


def past(lemma: str, *, doubles: bool = False) -> str:
    """Stated, denied, planned."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if doubles else "") + "ed"


def regular_forms(lemma: str, *, doubles: bool = False) -> set[str]:
    """Every inflected form of a regular verb; `doubles` for the last consonant (plan, planned)."""
    participle = present_participle(lemma, doubles=doubles)
    return {lemma, third_person(lemma), participle, past(lemma, doubles=doubles)}


def verb_forms() -> dict[str, str]:
    """Every form of every verb of the lists, in lower case, and the verb it belongs to."""
    return dict(_verb_forms())


def verb_lemma(form: str) -> str | None:
    """The verb of the lists that a form in lower case belongs to, whatever the tagger says."""
    return _verb_forms().get(form)


def lemma(token: Token) -> str:
    """The token's lemma in lower case: by spelling where the lists have it, else the model's."""
    if token.pos_ in {"VERB", "AUX"}:
        return _verb_forms().get(token.lower_) or token.lemma_.lower()
    return token.lemma_.lower()
