"""What Prefect is told, through the environment of its processes."""

import os
from collections.abc import Mapping

import flows
from flows.service.service import HOST, Service

# The server marks a run that has been silent for three beats as crashed.
HEARTBEAT_S = 30

# A profile of the person who starts the service would add settings to it.
_NOT_OURS = ("PREFECT_PROFILE", "PREFECT_PROFILES_PATH")


def environment(
    service: Service, password: str, given: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """The environment of the server, the worker and whatever the worker starts.

    Where the database is stays as given (PREFECT_API_DATABASE_CONNECTION_URL); without it, it is
    SQLite in the home. Who may ask is not left to choose: this machine, with the password, and in
    a browser only from the server's own pages.
    """
    kept = {name: value for name, value in given.items() if name not in _NOT_OURS}
    return {
        **flows.SETTINGS,
        **_DEFAULTS,
        **kept,
        **_reached(service),
        **_guarded(service, password),
    }


_DEFAULTS = {
    "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(HEARTBEAT_S),
    "PREFECT_LOGGING_SERVER_LEVEL": "ERROR",
    "PREFECT_LOGGING_EXTRA_LOGGERS": "readout,extractors,flows",
    "PREFECT_WORKER_QUERY_SECONDS": "5",
}


def _reached(service: Service) -> dict[str, str]:
    return {
        "PREFECT_HOME": str(service.folder),
        "PREFECT_UI_STATIC_DIRECTORY": str(service.folder / "pages"),
        "PREFECT_SERVER_API_HOST": HOST,
        "PREFECT_SERVER_API_PORT": str(service.port),
        "PREFECT_API_URL": f"{service.url}/api",
        "NO_PROXY": f"{HOST},localhost",
    }


def _guarded(service: Service, password: str) -> dict[str, str]:
    return {
        "PREFECT_API_AUTH_STRING": password,
        "PREFECT_SERVER_API_AUTH_STRING": password,
        "PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED": "true",
        "PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS": f"{service.url},http://localhost:{service.port}",
    }
