"""How fast staged mentions become rows: `python -m benchmarks.loading [documents]`."""

import random
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from readout import warehouse
from readout.records import Extent, Mention
from tests.newsroom import NOW, Newsroom, Story, day, told

MENTIONS = 20
PART = 100


def main() -> None:
    """Prints seconds and mentions a second for staging, loading and reading."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    stories = [_story(number, random.Random(number)) for number in range(documents)]  # noqa: S311 - not a secret
    with TemporaryDirectory() as folder:
        newsroom = Newsroom(Path(folder) / "home")
        mentions = documents * MENTIONS
        started = time.perf_counter()
        for first in range(0, documents, PART):
            newsroom.stage(stories[first : first + PART])
        started = _tell("stage", mentions, started)
        newsroom.load()
        started = _tell("load", mentions, started)
        warehouse.query(newsroom.home, "from meetings")
        _tell("read all meetings", mentions, started)


def _tell(step: str, mentions: int, started: float) -> float:
    now = time.perf_counter()
    print(f"{step:20} {now - started:8.2f} s {mentions / (now - started):10,.0f} mentions/s")
    return now


def _story(number: int, choose: random.Random) -> Story:
    text, mentions = "", []
    for item in range(MENTIONS):
        one, other = choose.sample(range(400), 2)
        date = 1 + (number * 7 + item) % 28
        sentence = (
            f"Person {one} met Person {other} on {date} March 2025, says item {item} of {number}. "
        )
        when = day(sentence, f"{date} March 2025", f"2025-03-{date:02}")
        names = [f"Person {one}", f"Person {other}"]
        mentions.append(_moved(told(sentence, "meeting", "met", names, when=when), len(text)))
        text += sentence
    published = NOW + timedelta(hours=number % 600)
    return Story(text, tuple(mentions), f"test:{number}", published_at=published)


def _moved(mention: Mention, by: int) -> Mention:
    def moved(extent: Extent) -> Extent:
        return Extent(extent.start + by, extent.end + by)

    return replace(
        mention,
        trigger=moved(mention.trigger),
        evidence=moved(mention.evidence),
        when=mention.when and replace(mention.when, extent=moved(mention.when.extent)),
        arguments=tuple(replace(one, extent=moved(one.extent)) for one in mention.arguments),
    )


if __name__ == "__main__":
    main()
