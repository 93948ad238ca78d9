"""Servers that answer badly: each is a reject with its reason, and the run goes on."""

from pathlib import Path

import pytest

from flows.pipeline import pipeline
from readout import warehouse
from readout.home import Home
from tests.web import dripping, page, serving, silent, status

pytestmark = [pytest.mark.xdist_group("flows"), pytest.mark.usefixtures("prefect_api")]
STORY = (
    "<html><body><article><h1>Leaders meet</h1>"
    + "<p>Prime Minister Ana Silva met President Jorge Ruiz in Lisbon on 4 March 2025. They spoke "
    "about the railway for two hours, officials said.</p>" * 6 + "</article></body></html>"
).encode()
ENTRY = """[sources.{name}]
location = "{url}"
allow_private = true
pause = 0.0
limits = {{ seconds = 1.0 }}
"""


@pytest.mark.timeout(120)
def test_a_url_that_answers_404_500_slowly_or_never_does_not_stop_the_others(
    tmp_path: Path,
) -> None:
    with serving() as web:
        answers = {
            "good": page(STORY),
            "gone": status(404),
            "broken": status(500),
            "slow": dripping(STORY, every=0.2),
            "mute": silent,
        }
        urls = {name: web.script(f"/{name}", answer) for name, answer in answers.items()}
        catalogue = tmp_path / "sources.toml"
        catalogue.write_text(
            "".join(ENTRY.format(name=name, url=url) for name, url in urls.items()), "utf-8"
        )
        balance = pipeline([*urls], tmp_path / "home", catalogue, 1)
    rejects = warehouse.query(
        Home(tmp_path / "home"), "select url, reason from rejects"
    ).to_pylist()
    assert balance.loaded == 1
    assert {row["url"].rpartition("/")[2]: row["reason"] for row in rejects} == {
        "gone": "http 404",
        "broken": "http 500",
        "slow": "timeout",
        "mute": "timeout",
    }
