"""An object store on this machine that speaks S3."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from moto.server import ThreadedMotoServer
from upath import UPath

BUCKET = "news"


@contextmanager
def serving() -> Iterator[str]:
    """The URL of a bucket; this process and those it starts know how to get there."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    known = {
        "AWS_ACCESS_KEY_ID": "anybody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
    }
    try:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in known.items():
                patch.setenv(name, value)
            bucket = UPath(f"s3://{BUCKET}", use_listings_cache=False)
            bucket.fs.mkdir(BUCKET)
            yield str(bucket).rstrip("/")
    finally:
        server.stop()
