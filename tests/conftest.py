"""What every test may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles; tests that need it are skipped, visibly, where it is absent."""
    folder = Path(os.environ.get("READOUT_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no folder of real articles at {folder}: set READOUT_SHARED")
    return folder
