"""The program without Prefect and spaCy: records, sources, cleaning, warehouse, commands."""

import os

# numpy's own library for products of matrices reads this when it is first loaded. The products of
# the language model are small: with a thread for each core they take longer than with one.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
