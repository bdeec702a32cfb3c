"""How texts are read, in words: what happens, on which days, to whom, how often, how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.phrases import Kind, Modality
from vrplan.render.language import N_, NP_, _, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.names import kind_name, modality_name, recurrence_name
from vrplan.render.wording.terms import window

if TYPE_CHECKING:
    from vrplan.model.plan import Statement
    from vrplan.phrases import Reading

_HAPPENED = {
    Kind.ONGOING: NP_("kind that has happened", "ongoing"),
    Kind.RECURRING: NP_("kind that has happened", "recurring"),
    Kind.CONTINUES: NP_("kind that has happened", "continues"),
    Kind.ENDS: NP_("kind that has happened", "ends"),
    Kind.TRANSFERS: NP_("kind that has happened", "transfers"),
    Kind.DUE: NP_("kind that has happened", "due"),
    Kind.STARTS: NP_("kind that has happened", "starts"),
    Kind.CANCELLED: NP_("kind that has happened", "cancelled"),
    Kind.POSTPONED: NP_("kind that has happened", "postponed"),
    Kind.UNKNOWN: NP_("kind that has happened", "unknown"),
}
_FORMS = {
    (False, False, False): "{happens}",
    (True, False, False): N_("{happens}, {days}"),
    (False, True, False): N_("{happens}, to {recipient}"),
    (False, False, True): N_("{happens}, {often}"),
    (True, True, False): N_("{happens}, {days}, to {recipient}"),
    (True, False, True): N_("{happens}, {days}, {often}"),
    (False, True, True): N_("{happens}, to {recipient}, {often}"),
    (True, True, True): N_("{happens}, {days}, to {recipient}, {often}"),
}
"""What is told, by whether there are days, a recipient and how often."""
_BY_THEN = {Kind.DUE, Kind.TRANSFERS, Kind.STARTS}
_WITHIN = {*_BY_THEN, Kind.ENDS, Kind.DONE, Kind.CANCELLED}


def read_as(statement: Statement) -> str:
    """How a text is read, in one line; or that nobody has its words."""
    if statement.text is None and statement.reading.kind is Kind.UNKNOWN:
        return _("words not known")
    return reading(statement.reading)


def reading(one: Reading) -> str:
    """A reading in one line: kind, window, recipient, how often, how surely."""
    happens = kind_name(one.kind)
    if _has_happened(one):
        happens = pgettext("reading", "{happens}, done").format(happens=_happened(one.kind))
    days, often = _days(one), recurrence_name(one.recurrence) if one.recurrence else ""
    form = _FORMS[bool(days), bool(one.recipient), bool(often)]
    told = _(form).format(happens=happens, days=days, recipient=visible(one.recipient or ""), often=often)
    return _with_modality(told, one)


def brief(one: Reading) -> str:
    """A reading in a few words: `ends 30.6.2018`, `transfers to KHS 1.8.2018–31.12.2018`."""
    has_happened = _has_happened(one)
    told = _happened(one.kind) if has_happened else kind_name(one.kind)
    if one.recipient:
        told = _("{happens} to {recipient}").format(happens=told, recipient=visible(one.recipient))
    if days := _brief_days(one):
        told = f"{told} {days}"
    if one.recurrence and one.kind is Kind.RECURRING:
        told = _("{happens}, {often}").format(happens=told, often=recurrence_name(one.recurrence))
    told = _with_modality(told, one)
    return pgettext("reading", "{happens}, has happened").format(happens=told) if has_happened else told


def _has_happened(one: Reading) -> bool:
    return one.done and one.kind is not Kind.DONE


def _happened(kind: Kind) -> str:
    """What a text says that tells of it as past, as a part of a sentence that says so."""
    return pgettext("kind that has happened", _HAPPENED[kind])


def _with_modality(told: str, one: Reading) -> str:
    if one.modality is None or one.modality is Modality.DECIDED:
        return told
    return pgettext("how surely", "{reading}, {modality}").format(
        reading=told, modality=modality_name(one.modality)
    )


def _brief_days(one: Reading) -> str:
    if one.kind is Kind.ENDS and one.start is None and one.end is not None:
        return norwegian(one.end)
    return _days(one)


def _days(one: Reading) -> str:
    """The days of a reading, as they are told of what happens within them, by them or on them."""
    start, end = one.start, one.end
    if start and end and one.kind is Kind.POSTPONED:
        return pgettext("put off to", "{days}").format(days=window(start, end))
    if start and end and start != end and one.kind in _WITHIN:
        told = pgettext("within", "{first}–{last}")
        return told.format(first=norwegian(start), last=norwegian(end))
    if start is None and end is not None and not one.done:
        if one.kind is Kind.ENDS:
            return pgettext("ends", "until {day}").format(day=norwegian(end))
        if one.kind in _BY_THEN:
            return pgettext("deadline", "until {day}").format(day=norwegian(end))
    if start is not None and end is None and (one.done or one.kind is Kind.STARTS):
        return pgettext("it happened then", "from {day}").format(day=norwegian(start))
    return window(start, end)
