"""What is installed is what was locked, and nothing of it is under a licence that binds others."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from tests.faults.licences import LOCK, ROOT, licence, listed, locked, names, page

pytestmark = pytest.mark.promise(14)

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software|MPL|Mozilla|Zlib|Dual License|Artistic", re.IGNORECASE
)
BINDING = re.compile(r"\bA?GPL|SSPL|BUSL|Commons Clause", re.IGNORECASE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")
RUN_S = 300


def test_every_package_is_pinned_by_version_and_hash_and_comes_from_the_registry() -> None:
    text = LOCK.read_text("utf-8")
    assert len(locked()) == len(re.findall(r"^\S+==", text, re.MULTILINE))
    assert not re.findall(r"^(?![\w.-]+==)[^\s#].*", text, re.MULTILINE)
    assert [name for name, _, rest in locked() if not HASH.search(rest)] == []
    assert "://" not in re.sub(r"#.*", "", text)


def test_what_is_installed_is_what_is_locked() -> None:
    pinned = {(name, number) for name, number, _ in locked()}
    for name in names():
        try:
            assert (name, version(name)) in pinned
        except PackageNotFoundError:
            continue  # for another system or another Python


def test_every_package_is_listed_with_its_licence() -> None:
    shown = listed()
    assert [*shown] == names()
    for name, said in shown.items():
        assert licence(name) in {None, said}, "python -m tests.faults.licences writes the page"


def test_no_licence_binds_who_uses_the_program() -> None:
    for name, said in listed().items():
        assert PERMISSIVE.search(said), f"{name}: {said}"
        assert not BINDING.search(said) or " OR " in said, f"{name}: {said}"


def test_the_page_of_licences_says_nothing_that_is_not_locked() -> None:
    assert page().count("\n| ") == len(names()) + 1


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_that_is_locked_is_known_to_be_vulnerable() -> None:
    audit = shutil.which("pip-audit") or shutil.which("pip-audit", path=Path(sys.executable).parent)
    if audit is None:
        pytest.skip("pip-audit is not installed: it asks a database on the web")
    command = [audit, "--strict", "--require-hashes", "--disable-pip", "-r", str(LOCK)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.server
@pytest.mark.timeout(1800)
@pytest.mark.xdist_group("service")
def test_server_worker_and_flow_start_from_the_lock_alone(tmp_path: Path) -> None:
    python, home = tmp_path / "env" / "bin" / "python", tmp_path / "home"
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps"]
    run([sys.executable, "-m", "venv", tmp_path / "env"])
    run([*install, "--require-hashes", "-r", str(LOCK)])
    run([*install, "--no-build-isolation", str(ROOT)])
    readout = python.with_name("readout")
    run([readout, "run", "--home", home], tmp_path)
    before = (home / "readout.duckdb").stat().st_mtime_ns
    (tmp_path / "sources.toml").write_text('[sources.seeds]\nlocation = "none"\n', "utf-8")
    options: Sequence[str | Path] = [
        "--home",
        home,
        "--catalogue",
        tmp_path / "sources.toml",
        "--every",
        "5",
    ]
    run([readout, "up", "--detach", "--port", "4217", *options], tmp_path)
    try:
        deadline = time.monotonic() + RUN_S
        while (home / "readout.duckdb").stat().st_mtime_ns == before:
            assert time.monotonic() < deadline, "no scheduled run has published a snapshot"
            time.sleep(1)
    finally:
        run([readout, "down", "--home", home], tmp_path)


def run(command: Sequence[str | Path], folder: Path = ROOT) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
