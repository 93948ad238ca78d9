"""A status with the words that decided it, and how a cue's effect meets the cue's own fate."""

from dataclasses import dataclass

from spacy.tokens import Token

from extractors.factuality.cues import Frame
from readout.records import Extent, Status

OPEN: frozenset[Status] = frozenset({"planned", "proposed", "conditional"})
FACT: frozenset[Status] = frozenset({"occurred", "ongoing"})
CUE_REACH = 4  # words between a cue and its own negation that are still shown as one cue


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, and the tokens that decided it (none for a plain past tense)."""

    status: Status
    cue: tuple[Token, ...] = ()

    def extent(self) -> Extent | None:
        """The cue as a stretch of text."""
        if not self.cue:
            return None
        first, last = min(self.cue, key=_place), max(self.cue, key=_place)
        return Extent(first.idx, last.idx + len(last))


def _place(token: Token) -> int:
    return token.i


def composed(frame: Frame, cue: Token, outer: Verdict) -> Verdict:
    """The status of an event below a cue, from what the cue says and what became of the cue.

    Refused to meet: denied. Did not agree to meet: denied. May cancel the meeting: still planned.
    """
    if frame == "inherit":
        return outer
    if outer.status in FACT:
        return Verdict(frame, (cue,))
    return Verdict(_combined(frame, outer.status), joined(outer.cue, cue))


def _combined(status: Status, outer: Status) -> Status:
    if status in {"cancelled", "postponed"}:
        return status if outer == "planned" else "planned"
    if status in FACT:
        return outer
    if status == "denied":
        return "denied" if outer == "planned" else "conditional"
    if outer in {"denied", "cancelled", "postponed"}:
        return outer
    return outer if status == "planned" else status


def joined(outer: tuple[Token, ...], cue: Token) -> tuple[Token, ...]:
    """The cue with the words that decided its own fate, when they stand close by."""
    if not outer:
        return (cue,)
    near = all(abs(token.i - cue.i) <= CUE_REACH for token in outer)
    return (*outer, cue) if near else outer


def negated(verdict: Verdict, negation: Token) -> Verdict:
    """What is left of a status under *not*: not postponed is planned, all else did not happen."""
    if verdict.status in {"cancelled", "postponed"}:
        return Verdict("planned", (negation, *verdict.cue))
    return Verdict("denied", joined(verdict.cue, negation))


def weakened(verdict: Verdict, frame: Frame, cue: Token, outer: Verdict) -> Verdict:
    """A clause's own status under the verb it is the content of: hopes *that they will meet*."""
    if frame == "inherit" or verdict.status in {"denied", "cancelled", "postponed"}:
        return verdict
    if frame == "planned" and verdict.status not in FACT:
        return verdict
    return composed(frame, cue, outer)
