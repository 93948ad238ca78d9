"""Whatever is done, in whatever order, the tables are those that a model in memory says."""

import multiprocessing
import signal
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from readout import warehouse
from readout.warehouse import NothingToForgetError, Takedown
from tests.faults.conftest import Keep
from tests.newsroom import NOW, Newsroom, Story, day, told
from tests.unit.test_forget import holding

CONTEXT = multiprocessing.get_context("forkserver")
PLACES = st.integers(0, 5)
EDITIONS = st.integers(0, 3)
NAMES = ("Anna Berg", "Carl Dahl", "Eva Falk", "Gus Holm", "Ida Juul", "Kai Lund")
LIST = (
    "actor_id,name,kind,country,office,start,end,aliases\nNOR-anna-berg,Anna Berg,person,NO,,,,\n"
)


def story(place: int, edition: int, at: datetime) -> Story:
    """One of a few stories; each edition of each place has words that no other has."""
    one, other = NAMES[place], NAMES[(place + 1 + edition) % len(NAMES)]
    text = (
        f"{one} met {other} in Oslo on {edition + 3} March 2025, said mark{place}x{edition}. "
        f"{' '.join(f'word{place}x{edition}x{n}' for n in range(30))}"
    )
    when = day(text, f"{edition + 3} March 2025", f"2025-03-0{edition + 3}")
    mention = told(text, "meeting", "met", [one, other], when=when)
    return Story(text, (mention,), f"https://news.example/{place}", fetched_at=at)


def killed_load(path: Path, run_id: str, now: datetime, touch: int) -> None:
    from tests.faults.steps import killed_at  # noqa: PLC0415  it loads what others need not

    newsroom = Newsroom(path)
    with killed_at(newsroom.home, touch):
        newsroom.load(run_id, now)


class Model:
    """What has to be there: texts by place, what waits, and what was taken down."""

    def __init__(self) -> None:
        self.staged: dict[int, list[Story]] = {}
        self.loaded: dict[int, Story] = {}
        self.gone_places: set[int] = set()
        self.gone_texts: set[str] = set()
        self.is_known = False

    def load(self) -> None:
        for place, stories in self.staged.items():
            for one in stories:
                if place not in self.gone_places and one.text not in self.gone_texts:
                    self.loaded[place] = one
        self.staged = {}

    def forget(self, place: int) -> bool:
        found = place in self.loaded or place in self.staged or place in self.gone_places
        if found:
            self.gone_places.add(place)
            self.loaded.pop(place, None)
            self.staged.pop(place, None)
        return found


class Operations(RuleBasedStateMachine):
    """Random operations on a home, and on the model."""

    done: ClassVar[list[str]] = []

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.newsroom = Newsroom(Path(self.folder.name) / "home")
        self.model = Model()
        self.steps = 0
        self.now = NOW

    def teardown(self) -> None:
        self.folder.cleanup()

    def _next(self, what: str) -> str:
        self.done.append(what)
        self.steps += 1
        self.now += timedelta(minutes=1)
        return f"{what} {self.steps}"

    @rule(place=PLACES, edition=EDITIONS)
    def ingest_or_edit(self, place: int, edition: int) -> None:
        self._next("ingest")
        one = story(place, edition, self.now)
        self.newsroom.stage([one])
        self.model.staged.setdefault(place, []).append(one)

    @rule()
    def run(self) -> None:
        run_id = self._next("run")
        waiting = {one.text for stories in self.model.staged.values() for one in stories}
        balance = self.newsroom.load(run_id, self.now)
        self.model.load()
        assert balance.inputs == len(waiting)

    @rule(touch=st.integers(1, 60))
    def kill_a_run(self, touch: int) -> None:
        run_id = self._next("kill")
        process = CONTEXT.Process(
            target=killed_load, args=(self.newsroom.path, run_id, self.now, touch)
        )
        process.start()
        process.join(120)
        assert process.exitcode in {0, -signal.SIGKILL}
        self.now += timedelta(minutes=1)
        self.newsroom.load(f"after {run_id}", self.now)
        self.model.load()

    @rule(place=PLACES)
    def forget(self, place: int) -> None:
        run_id = self._next("forget")
        known = self.model.forget(place)
        asked = Takedown(frozenset({f"https://news.example/{place}"}))
        with self.newsroom.home.lock():
            con = warehouse.open(self.newsroom.home)
            try:
                warehouse.forget(con, self.newsroom.home, asked, run_id, self.now)
                assert known
                warehouse.publish(con, self.newsroom.home)
            except NothingToForgetError:
                assert not known
            finally:
                con.close()
        if known:
            assert [*holding(self.newsroom.home, f"word{place}x")] == []

    @rule()
    def publish(self) -> None:
        self._next("publish")
        with self.newsroom.home.lock(), warehouse.open(self.newsroom.home) as con:
            warehouse.publish(con, self.newsroom.home)

    @rule()
    def resolve(self) -> None:
        run_id = self._next("resolve")
        home = self.newsroom.home
        home.path.mkdir(parents=True, exist_ok=True)
        home.actors.write_text(LIST, "utf-8")
        if self.model.is_known:
            home.actors.unlink()
        self.model.is_known = not self.model.is_known
        with home.lock(), warehouse.open(home) as con:
            warehouse.resolve(con, home, run_id, self.now)
            warehouse.publish(con, home)

    @invariant()
    def the_tables_are_those_of_the_model(self) -> None:
        if not self.newsroom.home.snapshot.exists():
            return
        rows = self.newsroom.rows("select text from documents_v1 order by text")
        assert rows == sorted((one.text,) for one in self.model.loaded.values())
        balanced = "select count(*) from store.inputs where state is null"
        assert self.newsroom.rows(balanced) == [(0,)]
        named = "select distinct actor_id from arguments_v1 where text = 'Anna Berg'"
        assert {one for (one,) in self.newsroom.rows(named)} <= {self._anna()}

    def _anna(self) -> str | None:
        (mention,) = story(0, 0, NOW).mentions
        return "NOR-anna-berg" if self.model.is_known else mention.arguments[0].actor_id


def operate(examples: int, steps: int) -> int:
    """Runs so many sequences of so many operations; returns how many operations were done."""
    Operations.done.clear()
    CONTEXT.set_forkserver_preload(["tests.faults.steps", "extractors.preloaded"])
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Operations, settings=chosen)
    return len(Operations.done)


@pytest.mark.promise(2)
def test_a_few_operations_leave_what_the_model_says() -> None:
    assert operate(examples=1, steps=12)


@pytest.mark.slow
@pytest.mark.promise(2)
@pytest.mark.timeout(2400)
def test_a_thousand_operations_leave_what_the_model_says(keep: Keep) -> None:
    done = operate(examples=25, steps=50)
    assert done >= 1_000
    keep(2, "random operations against a model", done)
