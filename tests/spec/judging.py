"""Compares a reading and its mentions with what a case expects; says each difference in words."""

import re
from collections.abc import Iterator

from extractors.reading import Reading
from readout.records import Extent, Extraction, Mention, When
from tests.spec.cases import Absent, Case, Expected, Part, Value


def differences(case: Case, reading: Reading, found: Extraction) -> list[str]:
    """Everything in which the extraction differs from the case; empty when it is right."""
    expected = [one for one in case.expectations if isinstance(one, Expected)]
    wrong = [*_mentions(expected, list(found.mentions), case.text)]
    for one in case.expectations:
        if isinstance(one, Absent):
            wrong += _absent(one, reading, found)
        elif isinstance(one, Value):
            wrong += _value(one, reading)
    return wrong


def _mentions(expected: list[Expected], found: list[Mention], text: str) -> Iterator[str]:
    kinds = {one.kind for one in expected}
    left = [mention for mention in found if mention.kind in kinds]
    for one in expected:
        candidates = [m for m in left if m.kind == one.kind and m.trigger.of(text) == one.trigger]
        if not candidates:
            yield f"missing: {one.line}"
            continue
        best = min(candidates, key=lambda mention: len(_wrong_in(one, mention, text)))
        left.remove(best)
        yield from _wrong_in(one, best, text)
    for mention in left:
        yield f"not expected: {mention.kind}, {mention.factuality.status}: {_shown(mention, text)}"


def _shown(mention: Mention, text: str) -> str:
    parts = [f'{argument.role} "{argument.extent.of(text)}"' for argument in mention.arguments]
    return "; ".join([f'"{mention.trigger.of(text)}"', *parts, f"rule {mention.rule}"])


def _wrong_in(one: Expected, mention: Mention, text: str) -> list[str]:
    wrong = []
    if mention.factuality.status != one.status:
        wrong.append(f'"{one.trigger}": status {mention.factuality.status}, expected {one.status}')
    for role in dict.fromkeys(part.role for part in one.parts):
        wrong += _wrong_role(role, [part for part in one.parts if part.role == role], mention, text)
    if one.date is not None and not _same_date(one.date, mention.when):
        wrong.append(f'"{one.trigger}": date {_interval(mention.when)}, expected {one.date}')
    for what in sorted(one.without):
        if (
            (what == "date" and mention.when)
            or (what == "place" and mention.where)
            or mention.having(what)
        ):
            wrong.append(f'"{one.trigger}": has a {what}, expected none')
    for key, value in one.attributes.items():
        if mention.attributes.get(key) != value:
            wrong.append(f'"{one.trigger}": {key} {mention.attributes.get(key)}, expected {value}')
    return wrong


def _wrong_role(role: str, parts: list[Part], mention: Mention, text: str) -> list[str]:
    if role == "place":
        return _wrong_place(parts[0], mention, text)
    wanted = sorted(words for part in parts for words in part.words)
    got = sorted(argument.extent.of(text) for argument in mention.having(role))
    wrong = [] if wanted == got else [f"{role} {got}, expected {wanted}"]
    names = {argument.extent.of(text): argument.name for argument in mention.having(role)}
    mistaken = [part for part in parts if part.name not in {None, names.get(part.words[0])}]
    return wrong + [
        f'{role} "{part.words[0]}" is {names.get(part.words[0])}, expected {part.name}'
        for part in mistaken
    ]


def _wrong_place(part: Part, mention: Mention, text: str) -> list[str]:
    where = mention.where
    if where is None or where.extent.of(text) != part.words[0]:
        return [f"place {where and where.extent.of(text)}, expected {part.words[0]}"]
    if part.name and where.country != part.name:
        return [f'place "{part.words[0]}" in {where.country}, expected {part.name}']
    return []


def _interval(when: When | None) -> tuple[str, str] | None:
    return None if when is None else (when.start.isoformat(), when.end.isoformat())


def _same_date(expected: tuple[str, str | None], when: When | None) -> bool:
    if when is None:
        return False
    start, end = expected
    return when.start.isoformat().startswith(start) and (
        end is None or when.end.isoformat().startswith(end)
    )


def _absent(one: Absent, reading: Reading, found: Extraction) -> list[str]:
    text = reading.document.text
    extents: list[Extent]
    if one.what == "date":
        extents = [when.extent for when in reading.dates]
    elif one.what == "place":
        extents = [where.extent for where in reading.places]
    else:
        extents = [mention.trigger for mention in found.mentions if mention.kind == one.what]
    hits = [e.of(text) for e in extents if one.words is None or one.words in e.of(text)]
    return [f"{one.line}: found {hit!r}" for hit in hits]


def _value(one: Value, reading: Reading) -> list[str]:
    text = reading.document.text
    if one.what == "actor":
        word = re.search(rf"(?<!\w){re.escape(one.words)}(?!\w)", text)
        span = reading.doc.char_span(*word.span(), alignment_mode="expand") if word else None
        got = reading.cast.resolve(span).name if span is not None else None
    elif one.what == "place":
        got = next(
            (w.country or "?" for w in reading.places if w.extent.of(text) == one.words), None
        )
    else:
        start_end = tuple(one.value.split("/"))
        when = next((w for w in reading.dates if w.extent.of(text) == one.words), None)
        if _same_date((start_end[0], start_end[1] if len(start_end) > 1 else None), when):
            return []
        return [f"{one.line}: got {_interval(when)}"]
    return [] if got == one.value else [f"{one.line}: got {got}"]
