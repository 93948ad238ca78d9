"""All that a document calls one actor."""

from dataclasses import dataclass, field

from extractors.actors.records import Actor, Kind


@dataclass(slots=True)
class Chain:
    """All that a document calls one actor, gathered while it is read."""

    name: str
    kind: Kind
    actor_id: str
    country: str | None = None
    office: str | None = None
    gender: str | None = None
    families: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)  # first tokens of its namings

    def actor(self) -> Actor:
        """The chain as others see it."""
        kind = "organisation" if self.kind == "organisation" else self.kind
        return Actor(self.actor_id, self.name, kind, self.country, self.office)
