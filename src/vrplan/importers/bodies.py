"""Which assembly a line names, on which day it met, and in which case it decided."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vrplan.importers.lines import days_in
from vrplan.importers.words import folded, listed

if TYPE_CHECKING:
    from datetime import date

    from vrplan.importers.head import Head

BARE_CASE = re.compile(r"\d{1,4}[a-z]?/(?:\d{4}|\d{2})(?!\d)")
_MEETING = re.compile(r"(?:^|,\s*)(\w*)møtet?\b(?=[^,;]*$)", re.IGNORECASE)
_HELD_IN = re.compile(r"\b(\w{3,})møtet?\b", re.IGNORECASE)


def bodies_in(text: str) -> list[str]:
    """The assemblies that a text names, in the definite form without the s of "Rådmannsgruppens møte"."""
    return [match[1][0].upper() + match[1][1:] for match in _body_pattern().finditer(text)]


@cache
def _body_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, listed("head", "bodies")), key=len, reverse=True))
    ends = "|".join(sorted(listed("head", "endings"), key=len, reverse=True))
    return re.compile(rf"\b((?i:{names})|[A-ZÆØÅa-zæøå][\wæøå-]*(?:{ends}))s?\b")


def body_of_meeting(text: str) -> str | None:
    """The assembly whose meeting a text names: "regionrådsmøte" is one of Regionrådet, "styremøte" of Styret."""
    for match in _HELD_IN.finditer(text):
        stem = match[1].casefold()
        for name in (f"{stem}t", f"{stem}et", f"{stem.removesuffix('s')}et", f"{stem.removesuffix('s')}t"):
            if bodies_in(name) and _body_pattern().fullmatch(name):
                return name[0].upper() + name[1:]
    return None


def first_day(text: str) -> date | None:
    """The first day of the calendar that a text names."""
    return next((day for _, day in days_in(text) if day), None)


def has_happened(text: str) -> bool:
    """Whether a text tells of something past."""
    return any(word in listed("head", "past") for word in folded(text).split())


def take_body_and_day(head: Head, text: str) -> bool:
    """Take the body and the day of its meeting from a line that says nothing else of them."""
    body, day = bodies_in(text), first_day(text)
    is_meeting = _MEETING.search(text) is not None and day is not None
    if not is_meeting and (not body or not (day or len(text.split()) <= 3)):
        return False
    if has_happened(text) and not folded(text).startswith(listed("head", "adopted")):
        return False
    head.body = head.body or (body[0] if body else body_of_meeting(text))
    head.day = head.day or day
    return True
