"""Measures a pipeline on texts it has never seen, and prints one table."""

from extractors import embedding, lemmatizing

# What a model of this project is made of; imported, spaCy knows it.
REGISTERED = (embedding.NAME, lemmatizing.NAME)
