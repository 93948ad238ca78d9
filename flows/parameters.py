"""What a parameter of a run can be. What it means stands in the flow, and beside it in its form."""

import os
from typing import Annotated

from pydantic import Field

WORKERS = os.cpu_count() or 1

Input = Annotated[str, Field(min_length=1)]
Inputs = Annotated[list[Input] | None, Field(examples=[["un_news", "archive/*.warc.gz"]])]
Workers = Annotated[int, Field(ge=1, le=256)]
Seconds = Annotated[float, Field(ge=0)]
Documents = Annotated[int, Field(ge=0)]
SliceSize = Annotated[int, Field(ge=1)]
