"""The small values that the files are made of: texts, ids, dates, months with days, and the closed lists."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

from vrplan.days import FIRST_YEAR, LAST_YEAR

Text = Annotated[str, Field(min_length=1)]
"""Words for people, kept as they are written."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9æøåäöü]+(-[a-z0-9æøåäöü]+)*$", max_length=60)]
"""A short name for commands and references: small letters, digits and single hyphens."""

ReadKind = Literal[
    "ongoing",
    "recurring",
    "continues",
    "ends",
    "transfers",
    "due",
    "starts",
    "done",
    "cancelled",
    "postponed",
]
"""The kinds that `means` may name: all but unknown."""
Standing = Literal["adopted", "proposed", "noted"]
BodyRole = Literal["decides", "prepares"]
Evidence = Literal["full-text", "title-only", "cited"]
ObligationKind = Literal["contract", "payment", "position", "property", "duty", "cooperation"]
Happening = Literal["done", "transferred", "accepted", "ended", "started", "cancelled", "postponed"]

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ISO_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as precisely as a paper gives it; `last` is its last possible day."""

    text: str
    last: date

    @property
    def first(self) -> date:
        """Its first possible day: of 2018, that is New Year's Day."""
        return date.fromisoformat(f"{self.text}-01-01"[: len("2018-06-14")])

    @property
    def is_day(self) -> bool:
        """Whether the paper gives the very day."""
        return len(self.text) == len("2018-06-14")


def iso_day(value: Any) -> date:
    """The day that an ISO date names. Only ISO is accepted in the files, so that no reader guesses."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DAY.fullmatch(value):
        raise PydanticCustomError("not_a_date", "not an ISO date")
    try:
        return _of_our_time(date.fromisoformat(value))
    except ValueError:
        raise PydanticCustomError("impossible_date", "no such day") from None


def _of_our_time(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day.year)
    return day


def partial_date(value: Any) -> PartialDate:
    """A date that may be a year (2010) or a month (2007-11): decisions that the papers only mention."""
    if isinstance(value, PartialDate):
        return value
    match = _ISO_PART.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("not_a_partial_date", "not a year, month or day")
    year, month = int(match[1]), int(match[2] or 12)
    try:
        last = _of_our_time(date(year, month, int(match[3]) if match[3] else monthrange(year, month)[1]))
    except ValueError:
        raise PydanticCustomError("impossible_date", "no such day") from None
    return PartialDate(value, last)


def month_and_day(value: Any) -> tuple[int, int]:
    """A day of any year, written 08-01; 29 February is not one."""
    match = _MONTH_DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("not_a_month_day", "not a month and a day")
    month, day = int(match[1]), int(match[2])
    try:
        date(2001, month, day)
    except ValueError:
        raise PydanticCustomError("impossible_date", "no such day") from None
    return month, day


Day = Annotated[date, BeforeValidator(iso_day)]
RoughDay = Annotated[PartialDate, PlainValidator(partial_date, json_schema_input_type=str)]
MonthDay = Annotated[tuple[int, int], PlainValidator(month_and_day, json_schema_input_type=str)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
