"""A backfill from one version to the next, killed twice: complete in the end, and comparable."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL

from readout import warehouse
from readout.home import Home
from tests.flows.counts import everything

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.xdist_group("more flows"),
    pytest.mark.usefixtures("prefect_api"),
]
ROOT = Path(__file__).parents[2]
MODEL = ROOT / "extractors" / "model"
SEEDS = ROOT / "seeds" / "articles"
# All of them take an hour: set it to 637 to know.
SHARED_ARTICLES = int(os.environ.get("READOUT_SHARED_ARTICLES", "60"))
SLICES = 5

RUN = (
    "import sys; from pathlib import Path; from flows.pipeline import pipeline;"
    "pipeline([sys.argv[2]], Path(sys.argv[1]), None, 2)"
)
BACKFILL = (
    "import sys; from pathlib import Path; from flows.backfill import backfill;"
    "backfill(Path(sys.argv[1]), slice_size=int(sys.argv[2]), workers=2)"
)


def older_model(folder: Path) -> Path:
    """The model that ships, as a version before it: without its own eye for names."""
    shutil.copytree(MODEL, folder)
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    (folder / "meta.json").write_text(json.dumps({**meta, "version": "0.0.1"}), "utf-8")
    config = (folder / "config.cfg").read_text("utf-8")
    without, found = re.subn(r', ?"ner"', "", config, count=1)
    assert found
    (folder / "config.cfg").write_text(without, "utf-8")
    return folder


def start(
    script: str, home: Home, argument: object, model: Path = MODEL
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(home.path), str(argument)],
        env={
            **os.environ,
            "PREFECT_API_URL": str(PREFECT_API_URL.value()),
            "PREFECT_LOGGING_LEVEL": "CRITICAL",
            "READOUT_MODEL": str(model),
        },
        cwd=ROOT,
        start_new_session=True,
    )


def finish(run: subprocess.Popen[bytes]) -> None:
    assert run.wait(3000) == 0


def kill_after_a_slice(run: subprocess.Popen[bytes], home: Home) -> None:
    """Kill it, and all it has started, as soon as there is another snapshot and staged work."""
    before = home.snapshot.stat().st_mtime_ns
    while home.snapshot.stat().st_mtime_ns == before or not staged(home):
        assert run.poll() is None, "it ended before it could be killed"
        time.sleep(0.002)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait(30)


def staged(home: Home) -> list[Path]:
    return [*(home.staging / "documents").glob("*.parquet")]


def versions(home: Home) -> Counter[str]:
    rows = warehouse.query(home, "select extractor_version as name from store.extractions")
    return Counter(str(row["name"]) for row in rows.to_pylist())


def shared_articles(shared: Path, folder: Path) -> Path:
    lines = (shared / "articles" / "articles.jsonl").read_text("utf-8").splitlines(keepends=True)
    kept = folder / "shared.jsonl"
    kept.write_text("".join(lines[:SHARED_ARTICLES]), "utf-8")
    return kept


@pytest.mark.promise(2)
@pytest.mark.parametrize("corpus", ["seeds", pytest.param("shared", marks=pytest.mark.shared)])
def test_a_backfill_killed_twice_ends_complete_and_both_versions_can_be_compared(
    tmp_path: Path, corpus: str, request: pytest.FixtureRequest
) -> None:
    given = (
        SEEDS if corpus == "seeds" else shared_articles(request.getfixturevalue("shared"), tmp_path)
    )
    home, fresh = Home(tmp_path / "home"), Home(tmp_path / "fresh")
    finish(start(RUN, home, given, older_model(tmp_path / "older")))
    (old,) = versions(home)
    documents = versions(home)[old]
    slice_size = documents // SLICES
    for _ in range(2):
        kill_after_a_slice(start(BACKFILL, home, slice_size), home)
        assert versions(home)[old] > 0, "it was killed with work left to do"
        assert sum(versions(home).values()) == documents
    finish(start(BACKFILL, home, slice_size))
    (new,) = versions(home)
    assert versions(home)[new] == documents

    finish(start(RUN, fresh, given))
    assert everything(home) == everything(fresh), "as if the newer version alone had read"
    compared = warehouse.compare(home)
    changes = Counter(row["change"] for row in compared.mentions.to_pylist())
    assert (compared.earlier, compared.later) == (old, new)
    assert compared.documents == len(
        warehouse.query(home, "select document_id from store.told").to_pylist()
    )
    assert changes["kept"] + changes["changed"] + changes["gained"] == len(
        warehouse.query(home, "select mention_id from mentions").to_pylist()
    )
    assert changes["changed"] + changes["gained"] > 0
