"""An edit that is read, judged and only then written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from vrplan.days import norwegian
from vrplan.edit import Edited, Refused, add_entry, add_pair
from vrplan.findings import Severity
from vrplan.folder import PlanFolder
from vrplan.load import Loaded, load
from vrplan.record.asked import Asked, NewDecision, NewEvent, NewPoints, NewStatus
from vrplan.rules import errors_of, findings_of
from vrplan.rules.happened import TOO_EARLY, TOO_LATE, TWICE
from vrplan.rules.outside import OUTSIDE

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from vrplan.findings import Finding
    from vrplan.model.plan import Plan

__all__ = [
    "Asked",
    "Draft",
    "NewDecision",
    "NewEvent",
    "NewPoints",
    "NewStatus",
    "Refusal",
    "drafted",
    "loaded_sound",
]

_NOT_RECORDED = frozenset({TOO_EARLY, TOO_LATE, TWICE, OUTSIDE})
"""What `check` only asks about an event that somebody has written; what nobody has written yet is not written so."""
_BY_DECISION = frozenset({"postponed", "cancelled"})
_BELOW_A_STATUS = frozenset({"events", "measures", "activities", "obligations"})
_BELOW_EVENTS = frozenset({"measures", "obligations"})
"""The keys that open what stands below an entry: what is said of the entry itself stands above them."""


class Refusal(Exception):  # noqa: N818 - an answer, not an error: nothing was written
    """Why something is not recorded, and the findings that it would cause, in the files as they would be."""

    def __init__(self, why: str, findings: Sequence[Finding] = (), loaded: Loaded | None = None) -> None:
        super().__init__(why)
        self.findings = tuple(findings)
        self.loaded = loaded


@dataclass(frozen=True, slots=True)
class Draft:
    """An edit that has been judged and is not written yet."""

    file: str
    line: int
    """The line on which what is new begins."""
    before: bytes
    after: bytes
    earlier: Loaded
    loaded: Loaded
    """The plan as it will be."""
    findings: tuple[Finding, ...]
    """What `check` will find that it did not find before; none of it is an error."""


def loaded_sound(folder: PlanFolder) -> Loaded:
    """The plan that something is to be recorded in. Raises Refusal for one with errors."""
    loaded = load(folder)
    if errors := errors_of(loaded):
        number = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        raise Refusal(f"the plan has {number}; mend them first", loaded.placed(errors), loaded)
    return loaded


def drafted(folder: PlanFolder, earlier: Loaded, asked: Asked, today: datetime.date) -> Draft:
    """The edit that records what is asked, judged as `check` would judge it. Raises Refusal."""
    _insist_on_the_past(asked, today)
    _insist_on_grounds(asked)
    _insist_on_news(asked, earlier.judged)
    is_decision = isinstance(asked, NewDecision | NewPoints)
    files = folder.decisions if is_decision else folder.plans
    if not files:
        raise Refusal(f"there is no {folder.missing_decisions} yet; begin one with the bodies that decide")
    name, before = next(iter(files.items()))
    edited = _edited(before.decode(), asked, earlier.judged, name)
    after = {name: edited.text.encode()}
    plans, decisions = (folder.plans, after) if is_decision else (after, folder.decisions)
    loaded = load(PlanFolder(plans, decisions, folder.missing_decisions))
    findings = _new(findings_of(earlier), findings_of(loaded, earlier))
    if refused := [one for one in findings if _is_refused(one, asked)]:
        raise Refusal("refused for what the file would say, as shown above", refused, loaded)
    return Draft(name, edited.line, before, after[name], earlier, loaded, findings)


def _insist_on_the_past(asked: Asked, today: datetime.date) -> None:
    """Only what has happened is recorded; a decision that is still to be made can be proposed."""
    match asked:
        case NewEvent(day=day):
            if day > today:
                raise Refusal(f"{norwegian(day)} is still to come, and only what has happened is recorded")
        case NewDecision(day=day, facts=facts):
            if day is not None and day > today and facts.get("standing") != "proposed":
                raise Refusal(
                    f"{norwegian(day)} is still to come: until then nothing is decided, only proposed"
                )


def _insist_on_grounds(asked: Asked) -> None:
    """The two findings of `check --against` that an option of the command line mends."""
    if not isinstance(asked, NewEvent):
        return
    if asked.facts["what"] in _BY_DECISION and "decision" not in asked.facts:
        raise Refusal("what is put off or given up is so by a decision: name it with --decision (VR713)")
    if not asked.facts.keys() & {"source", "note", "decision"}:
        raise Refusal("nothing says how anybody knows: add --source, --decision or --note (VR708)")


def _insist_on_news(asked: Asked, plan: Plan) -> None:
    """A text that was decided stays; this is the only way in which an edit could touch one."""
    if not isinstance(asked, NewStatus):
        return
    place = (*asked.path, "status", asked.key)
    said = [one.text for one in plan.statements() if one.path[: len(place)] == place]
    if said:
        words = f": “{said[0]}”" if said[0] else ""
        raise Refusal(
            f"{asked.key} speaks of {asked.entry} already{words}. A text that was decided stays; "
            "what was decided since stands under the decision that decided it"
        )


def _edited(text: str, asked: Asked, plan: Plan, file: str) -> Edited:
    try:
        match asked:
            case NewEvent():
                return add_entry(text, (*asked.item.path, "events"), asked.facts, ahead_of=_BELOW_EVENTS)
            case NewStatus():
                value = {"text": asked.text, **asked.facts} if asked.facts else asked.text
                return add_pair(text, (*asked.path, "status"), asked.key, value, ahead_of=_BELOW_A_STATUS)
            case NewDecision():
                return add_entry(text, ("decisions",), asked.facts, first=_newest_first(plan))
            case NewPoints():
                return _with_points(text, asked)
            case _:
                assert_never(asked)
    except Refused as error:
        raise Refusal(f"{file}: {error}; add it by hand, and look at it with vrplan check") from error


def _with_points(text: str, asked: NewPoints) -> Edited:
    line = 0
    for point in asked.points:
        edited = add_entry(text, ("decisions", asked.number, "points"), point)
        text, line = edited.text, line or edited.line
    return Edited(text, line)


def _newest_first(plan: Plan) -> bool:
    """Whether the decisions stand in the file with the newest first."""
    days = [one.date.last for one in plan.decided.decisions if one.date is not None]
    return len(days) > 1 and days[0] > days[-1]


def _new(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that were not there before and that nobody has accepted; old ones may stand in other lines now."""
    known = Counter(_said(one) for one in before if not one.accepted)
    found = []
    for finding in after:
        if finding.accepted:
            continue
        if known[_said(finding)]:
            known[_said(finding)] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _said(finding: Finding) -> tuple[str, tuple[tuple[str, str], ...]]:
    return finding.code.code, tuple(sorted(finding.values.items()))


def _is_refused(finding: Finding, asked: Asked) -> bool:
    is_error = finding.code.severity is Severity.ERROR
    return is_error or (isinstance(asked, NewEvent) and finding.code in _NOT_RECORDED)
