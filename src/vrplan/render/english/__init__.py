"""The English sentences that the renderers share."""

from vrplan.render.english.items import follows, highlights, place_in_plan, state_now, when, words
from vrplan.render.english.plans import decided_by, header, party
from vrplan.render.english.statements import authority, beside, event, explained, hand_over, testimony
from vrplan.render.english.terms import LEVELS, STATES, away, counts, reading, window

__all__ = [
    "LEVELS",
    "STATES",
    "authority",
    "away",
    "beside",
    "counts",
    "decided_by",
    "event",
    "explained",
    "follows",
    "hand_over",
    "header",
    "highlights",
    "party",
    "place_in_plan",
    "reading",
    "state_now",
    "testimony",
    "when",
    "window",
    "words",
]
