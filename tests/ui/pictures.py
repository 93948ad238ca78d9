"""Makes the pictures of the pages in docs/: `python -m tests.ui.pictures [FOLDER]`."""

import sys
import tempfile
import time
from pathlib import Path

from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

from tests.flows.services import Service, service
from tests.ui.browser import Page, browsing

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "articles"
WIDTH = 1100
QUIET = "document.querySelectorAll('[class*=skeleton], [class*=loading]').length === 0"


def main(folder: Path) -> None:
    """One picture each of a run, its balance, what it found, and the form of a backfill."""
    hourly = ("--every", "3600")
    with (
        tempfile.TemporaryDirectory(prefix="readout-") as place,
        service(Path(place), *hourly) as up,
    ):
        run_id = _run(up)
        with browsing() as page, up.client() as client:
            page.first_run(f"localStorage.setItem('prefect-password', btoa('{up.password}'))")
            form = client.read_deployment_by_name("backfill/backfill").id
            _picture(page, f"{up.url}/runs/flow-run/{run_id}", "Degraded", folder / "run.png")
            for key, words in (("balance", "all inputs"), ("events-found", "statement")):
                chosen = ArtifactFilter(key=ArtifactFilterKey(any_=[key]))
                (artifact,) = client.read_artifacts(artifact_filter=chosen)
                url = f"{up.url}/artifacts/artifact/{artifact.id}"
                _picture(page, url, words, folder / f"{key}.png")
            url = f"{up.url}/deployments/deployment/{form}/run"
            _picture(page, url, "published_before", folder / "form.png", height=1440)


def _run(up: Service) -> str:
    """The seed articles and an address where nothing is, read by a run that is asked for."""
    with up.client() as client:
        deployment = client.read_deployment_by_name("pipeline/pipeline")
        run = client.create_flow_run_from_deployment(
            deployment.id, parameters={"inputs": [str(SEEDS), "gone"]}
        )
        while run.state is None or not run.state.is_final():
            time.sleep(2)
            run = client.read_flow_run(run.id)
    return str(run.id)


def _picture(page: Page, url: str, words: str, path: Path, height: int = 520) -> None:
    page.open(url, WIDTH, height)
    page.wait_for(f"document.body.innerText.includes({words!r})", seconds=60)
    page.wait_for(QUIET, seconds=20)
    time.sleep(3)  # what moves comes to rest
    page.picture(path, WIDTH, height)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
