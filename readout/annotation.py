"""The `annotate` format: one JSON object a document, all offsets into the text as given.

What somebody is said to think, fear or hope is a statement with `"attitude": "belief"`.
"""

import json
from collections.abc import Mapping
from typing import Any

from readout.cleaning import as_given
from readout.records import Argument, Document, Extent, Extraction, Mention, When

JsonObject = dict[str, Any]


def document_of(line: str, number: int) -> Document:
    """The document of one input line: an object with `id`, `text`, and maybe `title`, `published`.

    Raises:
        ValueError: when it is not such an object; says which line, and what is wrong.
    """
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number}: not JSON: {error}") from error
    if not isinstance(row, Mapping) or "id" not in row or not isinstance(row.get("text"), str):
        raise ValueError(f'line {number}: expected an object with "id" and a string "text"')
    return as_given(str(row["id"]), row["text"], _word(row, "title"), _word(row, "published"))


def _word(row: Mapping[str, Any], key: str) -> str | None:
    return None if row.get(key) is None else str(row[key])


def annotation(document: Document, extraction: Extraction) -> JsonObject:
    """The object that `annotate` writes for a document."""
    return {
        "id": document.document_id,
        "mentions": [_mention(mention, document.text) for mention in extraction.mentions],
        "dates": [_date(when) for when in extraction.dates],
    }


def _span(extent: Extent | None) -> list[int] | None:
    return None if extent is None else [extent.start, extent.end]


def _date(when: When) -> JsonObject:
    return {
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "precision": when.precision,
        "span": _span(when.extent),
    }


def _argument(argument: Argument, text: str) -> JsonObject:
    return {
        "role": argument.role,
        "span": _span(argument.extent),
        "text": argument.extent.of(text),
        "actor": argument.name,
    }


def _mention(mention: Mention, text: str) -> JsonObject:
    where = mention.where
    shown: JsonObject = {
        "kind": mention.kind,
        "status": mention.factuality.status,
        "trigger": _span(mention.trigger),
        "evidence": _span(mention.evidence),
        "arguments": [_argument(argument, text) for argument in mention.arguments],
        "date": None if mention.when is None else _date(mention.when),
        "place": None
        if where is None
        else {
            "span": _span(where.extent),
            "text": where.extent.of(text),
            "country": where.country,
        },
    }
    for name in ("stage", "attitude"):
        if name in mention.attributes:
            shown[name] = mention.attributes[name]
    if mention.kind == "statement":
        shown["quote"] = _quote(mention)
    return {**shown, "confidence": mention.confidence, "rule": mention.rule}


def _quote(mention: Mention) -> JsonObject:
    speaker = next(iter(mention.having("speaker")), None)
    addressee = next(iter(mention.having("addressee")), None)
    spans = [_span(argument.extent) for argument in mention.having("content")]
    return {
        "spans": spans,
        "type": mention.attributes["quote_type"],
        "speaker": _span(speaker.extent if speaker else None),
        "speaker_name": speaker and speaker.name,
        "cue": None if _span(mention.trigger) in spans else _span(mention.trigger),
        "addressee": _span(addressee.extent if addressee else None),
    }
