"""`up` in a process of its own: `python -m flows.service JSON`."""

import sys

from flows.service import Service, ServiceError, up


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        up(Service.from_json(sys.argv[1]), _say)
    except ServiceError as error:
        sys.exit(str(error))
