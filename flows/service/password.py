"""The password of the service: made once, kept where only its owner reads it."""

import os
import secrets
import stat
from pathlib import Path

from flows.service.service import ServiceError

_USER = "readout"
_PRIVATE = 0o600


def password(folder: Path) -> str:
    """`user:password` from the file `auth` in this folder, which is made if there is none.

    Raises:
        ServiceError: when others may read the file.
    """
    path = folder / "auth"
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    except FileExistsError:
        return _kept(path)
    with os.fdopen(file, "w", encoding="ascii") as new:
        new.write(f"{_USER}:{secrets.token_urlsafe(24)}\n")
    return _kept(path)


def _kept(path: Path) -> str:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & ~_PRIVATE:
        raise ServiceError(f"others may read {path}: delete it, and a new password is made")
    return path.read_text("ascii").strip()
