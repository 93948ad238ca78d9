"""Who is meant: one actor for each chain of names, titles and pronouns in a document."""

from extractors.actors.cast import Cast
from extractors.actors.casting import cast_of
from extractors.actors.records import Actor

__all__ = ["Actor", "Cast", "cast_of"]
