"""The program without Prefect and spaCy: records, sources, cleaning, warehouse, commands."""
