"""Trains, measures and packages the language model in `extractors/model`."""
