"""A run on a disk of its own that is too small, and another once it is larger.

unshare --mount --map-root-user python -m tests.faults.small_disk BEFORE INPUTS PLACE SIZE; prints
what the first run said, and what the home then holds.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from readout.home import Home
from tests.faults import steps
from tests.newsroom import Newsroom

ENOUGH = "500m"


def main(before: Path, inputs: Path, place: Path, size: str) -> None:
    """Runs on a small disk, then on a large one."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], check=True)
    home = Home(place / "home")
    said, kept = "", Newsroom(before).contents()
    try:
        shutil.copytree(before, home.path)
        steps.run(home, inputs, "full")
    except Exception as error:  # noqa: BLE001  whatever it is, it is to be looked at
        said = f"{type(error).__name__}: {error}"
    is_kept = not said or Newsroom(home.path).contents() == kept
    subprocess.run(["mount", "-o", f"remount,size={ENOUGH}", place], check=True)
    steps.run(home, inputs, "again")
    result = {"said": said, "is_kept": is_kept, "contents": Newsroom(home.path).timeless()}
    print(json.dumps(result))  # noqa: T201  who started it reads this


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
