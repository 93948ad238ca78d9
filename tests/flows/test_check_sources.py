"""Each source is asked for one article; what it answers is shown, and nothing is kept."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId

from flows.check_sources import check_sources
from tests.web import page, serving, status

pytestmark = [pytest.mark.xdist_group("more flows"), pytest.mark.usefixtures("prefect_api")]
STORY = "---\ntitle: [Leaders](javascript:alert(1)) meet\n---\nAna Silva met Jorge Ruiz.\n"
ENTRY = '[sources.{}]\nlocation = "{}"\nallow_private = true\npause = 0.0\n{}\n'


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "none").mkdir()
    listed = (("good", "a.txt", ""), ("empty", "none", ""), ("off", "off.txt", "enabled = false"))
    path = tmp_path / "sources.toml"
    path.write_text("".join(ENTRY.format(*one) for one in listed), "utf-8")
    return path


def table(run_id: UUID | None) -> str:
    assert run_id
    with get_client(sync_client=True) as client:
        of_run = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run_id]))
        (artifact,) = client.read_artifacts(artifact_filter=of_run)
    return str(artifact.data)


def test_sources_that_give_nothing_are_named_with_the_reason_and_what_is_off_is_not_asked(
    catalogue: Path, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    ended = check_sources(None, catalogue, return_state=True)
    assert ended.name == "Degraded"
    assert str(ended.message).startswith("1 of 2 sources can be read. empty: ")
    shown = table(ended.state_details.flow_run_id)
    assert "good" in shown
    assert "\\[Leaders\\]\\(javascript\\:alert\\(1\\)\\) meet" in shown
    assert "off" not in shown
    assert sorted(tmp_path.rglob("*")) == before


def test_when_all_can_be_read_it_is_completed(catalogue: Path) -> None:
    ended = check_sources(["good"], catalogue, return_state=True)
    assert (ended.name, ended.message) == ("Completed", "1 of 1 sources can be read")


def test_a_server_that_asks_for_another_password_is_named_without_the_one_it_got(
    tmp_path: Path,
) -> None:
    secret = uuid4().hex
    with serving() as web:
        guarded = web.script("/feed", status(401)).replace("//", f"//desk:{secret}@")
        web.script("/open", page(b"<p>Something is said here.</p>"))
        path = tmp_path / "sources.toml"
        path.write_text(ENTRY.format("guarded", guarded, ""), "utf-8")
        ended = check_sources(None, path, return_state=True)
    assert "guarded: http 401" in str(ended.message)
    assert secret not in f"{ended.message} {table(ended.state_details.flow_run_id)}"
