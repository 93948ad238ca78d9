"""Files written so that whoever finds the disk full is told which file it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def writing(unfinished: Path) -> Iterator[None]:
    """Within the block a file is written; when that fails it goes, and the error names it.

    Without a name, an error says "No space left on device" and not on which.
    """
    try:
        yield
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        if error.filename is None and error.errno is not None:
            raise OSError(error.errno, error.strerror, str(unfinished)) from error
        raise
