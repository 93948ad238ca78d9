"""What a parameter of a run can be. What it means stands in the flow, and beside it in its form."""

import os
from typing import Annotated

from pydantic import Field

WORKERS = os.cpu_count() or 1

# Prefect keeps and shows the parameters of a run, so no URL among them may have a password.
# Its form checks the pattern too, in a language that has no look-ahead.
_NO_URL = "(?:[^:]|:+[^:/]|:+/[^/])*(?::+/?)?"
_URL_WITHOUT_CREDENTIALS = "[^:/?#]+://[^/?#@]*(?:[/?#][\\s\\S]*)?"
WITHOUT_CREDENTIALS = f"^(?:{_NO_URL}|{_URL_WITHOUT_CREDENTIALS})$"

Input = Annotated[
    str,
    Field(
        min_length=1,
        pattern=WITHOUT_CREDENTIALS,
        description="A URL with a user name and password belongs into the catalogue.",
    ),
]
Inputs = Annotated[list[Input] | None, Field(examples=[["un_news", "archive/*.warc.gz"]])]
Workers = Annotated[int, Field(ge=1, le=256)]
Seconds = Annotated[float, Field(ge=0)]
Documents = Annotated[int, Field(ge=0)]
SliceSize = Annotated[int, Field(ge=1)]
