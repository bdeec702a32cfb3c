"""The sentences about what differs besides the items: decisions, papers, columns, parties, the end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from vrplan.days import norwegian
from vrplan.render.language import N_, NP_, _, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.names import evidence_name, role_name, standing_name
from vrplan.render.wording.terms import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.reports.changes import What
    from vrplan.reports.plan_changes import PlanChange, Subject, Value


def besides_title() -> str:
    """The heading of what differs besides the items."""
    return _("Besides the items")


def besides(change: PlanChange) -> str:
    """What differs besides the items, in one line."""
    told = _(_SUBJECTS[change.what][change.subject]).format(name=_name(change))
    if change.what == "changed":
        facts = (
            f"{_fact(key)} {_value(key, before)} → {_value(key, after)}"
            for key, before, after in change.facts
        )
        return f"{told}: {'; '.join(facts)}"
    facts = (
        f"{_fact(key)} {_value(key, after)}" for key, _before, after in change.facts if after is not None
    )
    has = listed(*facts) if change.what == "new" else ""
    return f"{told}: {has}" if has else told


def _name(change: PlanChange) -> str:
    """A meeting has no name but its body and its day."""
    body, _blank, day = change.name.rpartition(" ")
    if change.subject == "meeting":
        held = norwegian(date.fromisoformat(day)) if len(day) == len("2018-06-14") else day
        return _("{body} on {day}").format(body=visible(body), day=held)
    return visible(change.name)


_CHANGED: dict[Subject, str] = {
    "plan": N_("the plan"),
    "column": N_("column {name}"),
    "decision": N_("decision {name}"),
    "calendar": N_("{name} in the calendar"),
    "party": N_("party {name}"),
    "body": N_("body {name}"),
    "meeting": N_("meeting of {name}"),
    "source": N_("source {name}"),
}
_NEW: dict[Subject, str] = {
    "column": N_("new column {name}"),
    "decision": N_("new decision {name}"),
    "calendar": N_("new {name} in the calendar"),
    "party": N_("new party {name}"),
    "body": N_("new body {name}"),
    "meeting": N_("new meeting of {name}"),
    "source": N_("new source {name}"),
}
_GONE: dict[Subject, str] = {
    "column": N_("column {name} is gone"),
    "decision": N_("decision {name} is gone"),
    "calendar": N_("{name} in the calendar is gone"),
    "party": N_("party {name} is gone"),
    "body": N_("body {name} is gone"),
    "meeting": N_("meeting of {name} is gone"),
    "source": N_("source {name} is gone"),
}
_SUBJECTS: dict[What, dict[Subject, str]] = {"changed": _CHANGED, "new": _NEW, "gone": _GONE}
_FACTS = {
    "adopted by": NP_("fact", "adopted by"),
    "aliases": NP_("fact", "aliases"),
    "body": NP_("fact", "body"),
    "case": NP_("fact", "case"),
    "ceases": NP_("fact", "ceases"),
    "ceases by": NP_("fact", "ceases by"),
    "date": NP_("fact", "date"),
    "evidence": NP_("fact", "evidence"),
    "file": NP_("fact", "file"),
    "first day": NP_("fact", "first day"),
    "from": NP_("fact", "from"),
    "id": NP_("fact", "id"),
    "last day": NP_("fact", "last day"),
    "name": NP_("fact", "name"),
    "organisation": NP_("fact", "organisation"),
    "part of": NP_("fact", "part of"),
    "proposed by": NP_("fact", "proposed by"),
    "replaces": NP_("fact", "replaces"),
    "role": NP_("fact", "role"),
    "sha256": NP_("fact", "sha256"),
    "source": NP_("fact", "source"),
    "standing": NP_("fact", "standing"),
    "title": NP_("fact", "title"),
    "to": NP_("fact", "to"),
    "url": NP_("fact", "url"),
    "year": NP_("fact", "year"),
}


def _fingerprint(value: str) -> str:
    """So much of the sha256 of a file that it is told from another; all of it stands in the file, and in JSON."""
    return visible(value if len(value) <= _FINGERPRINT else f"{value[:_FINGERPRINT]}…")


_FINGERPRINT = 12
_NAMES: dict[str, Callable[[Any], str]] = {
    "evidence": evidence_name,
    "role": role_name,
    "sha256": _fingerprint,
    "standing": standing_name,
}
"""How the values of a fact are called where they come from a closed list."""


_POINT = "point "


def _fact(key: str) -> str:
    """What a fact is called; that of a decision's point has the point's number."""
    if key.startswith(_POINT):
        return _("point {number}").format(number=visible(key.removeprefix(_POINT)))
    return pgettext("fact", _FACTS[key])


def _value(key: str, value: Value) -> str:
    if value is None:
        return pgettext("value", "none")
    if isinstance(value, date):
        return norwegian(value)
    return _NAMES[key](value) if key in _NAMES else visible(value)
