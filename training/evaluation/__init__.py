"""Measures a pipeline on texts it has never seen, and prints one table."""

from extractors import lemmatizing

# A model of this project has this component; imported, spaCy knows it.
COMPONENTS = (lemmatizing.NAME,)
