"""Prefect flows: order, retries and concurrency. They decide nothing.

Prefect reads its settings when it is first imported, and phones home unless told otherwise, so
they are set here, before any flow imports it; what the environment says wins.
"""

import os

SETTINGS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "DO_NOT_TRACK": "1",
    # Twenty seconds are not enough for a first start on two busy cores: 2 of 6 failed.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    # After 2, 4, 8 … seconds: two minutes, in which a server can be started again.
    "PREFECT_CLIENT_MAX_RETRIES": "6",
}
for _name, _value in SETTINGS.items():
    os.environ.setdefault(_name, _value)
