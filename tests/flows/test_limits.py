"""A step that takes longer than it may is cut off, and the next run goes on where it was."""

from pathlib import Path

import pytest

from flows.pipeline import pipeline
from readout import staging, warehouse
from readout.home import Home
from tests.flows.counts import rows

pytestmark = [pytest.mark.xdist_group("more flows"), pytest.mark.usefixtures("prefect_api")]
TOLD = (
    "LISBON, March 4 (Wire) - Portuguese Prime Minister Ana Silva met Jo Ruiz in Lisbon on Tuesday."
    " “We agreed on the railway,” Silva said after the meeting. The talks lasted three hours.\n"
)


@pytest.mark.promise(1)
@pytest.mark.timeout(300)
def test_a_step_past_its_limit_ends_the_run_with_its_name_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(f"---\npublished: 2025-03-05\n---\n{TOLD}", "utf-8")
    home = Home(tmp_path / "home")
    home.path.mkdir()
    (home.path / "settings.toml").write_text("[limits]\nextract = 0.05\n", "utf-8")
    ended = pipeline([str(tmp_path / "a.txt")], home.path, None, 1, return_state=True)
    assert ended.is_failed()
    assert "extract took longer than 0.05 seconds" in str(ended.message)
    assert staging.parts(home, staging.DOCUMENTS), "what was done is kept"
    (home.path / "settings.toml").unlink()
    assert pipeline([], home.path, None, 1).loaded == 1
    assert len(rows(home, "meetings")) == 1
    runs = warehouse.query(home, "select state, message from runs order by started_at").to_pylist()
    assert [run["state"] for run in runs] == ["failed", "completed"]
    assert "extract took longer" in runs[0]["message"]
