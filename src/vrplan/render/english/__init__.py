"""The English sentences that the renderers share."""

from vrplan.render.english.items import (
    choice,
    follows,
    highlights,
    place_in_plan,
    state_now,
    when,
    why_title,
    words,
)
from vrplan.render.english.plans import decided_by, header, party
from vrplan.render.english.statements import (
    authority,
    beside,
    event,
    explained,
    hand_over,
    mentioned,
    testimony,
)
from vrplan.render.english.terms import LEVELS, STATES, away, counts, reading, window

__all__ = [
    "LEVELS",
    "STATES",
    "authority",
    "away",
    "beside",
    "choice",
    "counts",
    "decided_by",
    "event",
    "explained",
    "follows",
    "hand_over",
    "header",
    "highlights",
    "mentioned",
    "party",
    "place_in_plan",
    "reading",
    "state_now",
    "testimony",
    "when",
    "why_title",
    "window",
    "words",
]
