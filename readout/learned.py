"""What the words for an actor say of it: a name, an office, a country."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.linking import naming
from readout.linking.company import profile

_COURTESIES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "madam"})
_LONGEST_NAME = 6  # words


@dataclass(frozen=True, slots=True)
class Learned:
    """What is learned from one way to name an actor; None where the words don't say."""

    kind: str | None  # person, group; unnamed or pronoun: words that stand for another elsewhere
    country: str | None
    office: str | None
    called: str | None  # the words, when they are nothing but a name


def learned(
    actor_id: str, name: str, words: str, cast: Mapping[str, str], spellings: Iterable[str] = ()
) -> Learned:
    """What these words say of the actor of this name, who is known under the spellings too.

    `cast` gives the ids of actors by their names, so that a group is known by its members.
    """
    written = next((one for one in (name, *spellings) if one in words), name)
    found = profile(actor_id, written, words, cast)
    is_somebody = found.kind in {"person", None} and not actor_id.startswith("country-")
    called = _called(words) if is_somebody else None
    return Learned(found.kind, found.country, found.office, called)


def _called(words: str) -> str | None:
    """The name that the words are, without article; None when they say more, or name nobody."""
    name = words.removeprefix("the ").removeprefix("The ")
    parts = name.split()
    is_plain = (
        naming.names_somebody(name)
        and 0 < len(parts) <= _LONGEST_NAME
        and "," not in name
        and parts[0].rstrip(".").lower() not in _COURTESIES
        and not naming.is_office_of_state(name)
        and not naming.countries_named(name)
    )
    return name if is_plain else None
