"""Places that are cities: two of them are two places."""

from functools import cache

from readout import codes

_CITIES = {"capital", "city"}


def city(place: str | None) -> str | None:
    """The city on the list that the place is, by its usual name."""
    return _cities().get(place) if place else None


@cache
def _cities() -> dict[str, str]:
    cities = [one for one in codes.places() if one.kind in _CITIES]
    others = {other: one.name for one in cities for other in one.other_names}
    return others | {one.name: one.name for one in cities}
