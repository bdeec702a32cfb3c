"""What a status text says, as values: a `Reading` of what happens, when, to whom and how surely."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from vrplan.phrases.remarks import Remark


class Kind(StrEnum):
    """What happens to the thing the status stands beside."""

    ONGOING = "ongoing"
    RECURRING = "recurring"
    CONTINUES = "continues"
    ENDS = "ends"
    TRANSFERS = "transfers"
    DUE = "due"
    STARTS = "starts"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How exactly the words say when; the coarser of the two where start and end differ."""

    DAY = "day"
    THIRD = "third"
    HALF_MONTH = "half-month"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF_YEAR = "half-year"
    SEASON = "season"
    YEAR = "year"
    EVENT = "event"
    NONE = "none"


class Recurrence(StrEnum):
    """How often it comes back."""

    CONTINUOUS = "continuous"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERTIAL = "tertial"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    BIENNIAL = "biennial"
    AS_NEEDED = "as-needed"
    OTHER = "other"


class Modality(StrEnum):
    """How surely it is said; only what is decided or provisional may rule a plan."""

    DECIDED = "decided"
    PROVISIONAL = "provisional"
    PROPOSED = "proposed"
    INTENDED = "intended"
    EXPECTED = "expected"
    CONSIDERED = "considered"
    POSSIBLE = "possible"


class Word(NamedTuple):
    """Characters [start, stop) of the text that were understood, and as what.

    `role` is one of what, when, recipient, modality, recurrence, done, other. Characters that no Word covers
    were not understood.
    """

    start: int
    stop: int
    role: str


class Reading(NamedTuple):
    """How a status text is understood. Dates are inclusive; either may be open.

    `recipient` is the id of a known party, or else the recipient's own words. `done` says that it has
    happened. An unknown reading carries no dates, precision none and no modality.
    """

    kind: Kind
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE
    recipient: str | None = None
    recurrence: Recurrence | None = None
    modality: Modality | None = None
    done: bool = False
    remarks: tuple[Remark, ...] = ()
    words: tuple[Word, ...] = ()


UNKNOWN_READING = Reading(Kind.UNKNOWN)
"""Nothing was understood: what an empty or wholly foreign text reads as."""

Calendar = Mapping[str, tuple[tuple[int, int], tuple[int, int]]]


class Context(NamedTuple):
    """What a text leaves unsaid: the year it speaks of, its paper's date, the plan's calendar and parties.

    `calendar` says what a season means in this plan, as {"høsten": ((8, 1), (12, 31))}; `parties` maps every
    name and alias to the id of its party.
    """

    year: int
    document_date: date | None = None
    calendar: Calendar = MappingProxyType({})
    parties: Mapping[str, str] = MappingProxyType({})
