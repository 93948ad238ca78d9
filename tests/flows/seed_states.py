"""Compares the state in which an article ended with the one in which it must end."""

from collections.abc import Iterator, Mapping, Sequence

from tests.flows.seed_matching import Found, Row, day

Views = Mapping[str, Sequence[Row]]


def state_faults(name: str, document: Row, views: Views) -> Iterator[str]:
    """What is wrong with the state in which this article ended."""
    rows = [row for row in views["documents_v1"] if is_of(document, row)]
    state = document["state"]
    if state == "rejected":
        yield from _reject_faults(name, document, views)
    if state in ("rejected", "superseded"):
        yield from (f"{row['document_id']} is a current document" for row in rows)
    elif len(rows) != 1:
        yield f"{len(rows)} current documents instead of one"
    elif state == "duplicate":
        yield from _duplicate_faults(document, rows[0], views)
    else:
        yield from _document_faults(document, rows[0], views)


def _document_faults(document: Row, row: Row, views: Views) -> Iterator[str]:
    count = len(mentions_of(row, views))
    if (count > 0) != (document["state"] == "loaded"):
        yield f"{count} mentions in a document that should be {document['state']}"
    if row["n_mentions"] != count:
        yield f"n_mentions is {row['n_mentions']}, and {count} mentions are there"
    if "title" in document and row["title"] != document["title"]:
        yield f"title: {row['title']!r} instead of {document['title']!r}"
    if "published" in document and day(row["published_at"]) != document["published"]:
        yield f"published: {row['published_at']} instead of {document['published']}"
    yield from (
        f"lost: {text!r}" for text in document.get("text_has", []) if text not in row["text"]
    )
    yield from (f"kept: {text!r}" for text in document.get("text_lacks", []) if text in row["text"])


def _duplicate_faults(document: Row, row: Row, views: Views) -> Iterator[str]:
    count = len(mentions_of(row, views))
    if count and document.get("likeness") != "near":
        yield f"an exact copy has {count} mentions of its own"
    first = {one["document_id"] for one in views["documents_v1"] if one["url"] == document["of"]}
    if row["duplicate_of"] not in first:
        yield f"a duplicate of {row['duplicate_of']} instead of {document['of']}"
    if row["duplicate_kind"] != document["likeness"]:
        yield f"likeness: {row['duplicate_kind']!r} instead of {document['likeness']!r}"


def _reject_faults(name: str, document: Row, views: Views) -> Iterator[str]:
    rows = [row for row in views["rejects_v1"] if _names(row, name, document.get("url"))]
    if not rows:
        yield "no row in rejects_v1"
    for column in ("stage", "reason"):
        values = {row[column] for row in rows}
        if rows and column in document and document[column] not in values:
            yield f"{column}: {sorted(values)} instead of {document[column]!r}"


def _names(row: Row, name: str, url: str | None) -> bool:
    if url is not None and row["url"] == url:
        return True
    return any(name in str(row.get(column)) for column in ("source", "address", "url"))


def is_of(document: Row, row: Row) -> bool:
    """Whether a row of `documents_v1` is the article that this expectation speaks of."""
    if document["state"] != "superseded" and "url" in document:
        return bool(row["url"] == document["url"])
    return "contains" in document and document["contains"] in row["text"]


def mentions_of(row: Row, views: Views) -> list[Found]:
    """All mentions of one row of `documents_v1`, each with what the other views say of it."""
    mentions = [m for m in views["mentions_v1"] if m["document_id"] == row["document_id"]]
    return [_joined(mention, views) for mention in mentions]


def _joined(mention: Row, views: Views) -> Found:
    def of(view: str, key: str) -> list[Row]:
        return [row for row in views[view] if row[key] == mention[key]]

    events = of("meetings_v1", "event_id") + of("deal_signings_v1", "event_id")
    statements = of("statements_v1", "mention_id")
    return Found(
        mention,
        of("arguments_v1", "mention_id"),
        events[0] if events else {},
        statements[0] if statements else {},
    )
