"""An edit that is read, judged and only then written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.findings import Severity
from vrplan.folder import PlanFolder
from vrplan.importers.cited import papers_of
from vrplan.load import Loaded, load
from vrplan.record.asked import Asked, NewColumn, NewDecision, NewEvent, NewPoints, NewStatus
from vrplan.record.changes import changed
from vrplan.record.grounds import insist_on_grounds, insist_on_news, insist_on_the_past
from vrplan.record.refusal import Refusal
from vrplan.rules import errors_of, findings_of
from vrplan.rules.edits.additions import ADDED
from vrplan.rules.happened import TOO_EARLY, TOO_LATE, TOO_SOON, TWICE
from vrplan.rules.outside import OUTSIDE
from vrplan.rules.quotations import quotations_in

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from vrplan.findings import Finding

__all__ = [
    "Asked",
    "Draft",
    "NewColumn",
    "NewDecision",
    "NewEvent",
    "NewPoints",
    "NewStatus",
    "Refusal",
    "drafted",
    "loaded_sound",
]

_NOT_RECORDED = frozenset({TOO_EARLY, TOO_LATE, TOO_SOON, TWICE, OUTSIDE})
"""What `check` only asks about an event that somebody has written; what nobody has written yet is not written so."""


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


def drafted(
    folder: PlanFolder, earlier: Loaded, asked: Asked, today: datetime.date, base: Loaded | None = None
) -> Draft:
    """The edit that records what is asked, judged as `check` would judge it. Raises Refusal.

    `base` is the version that all of an edit starts from, where there is one: a decision takes several records to
    write down, and only from there can be seen that it is new.
    """
    insist_on_the_past(asked, today)
    insist_on_grounds(asked)
    insist_on_news(asked, earlier.judged)
    is_decision = isinstance(asked, NewDecision | NewPoints)
    files = folder.decisions if is_decision else folder.plans
    if not files:
        raise Refusal(f"there is no {folder.missing_decisions} yet; begin one with the bodies that decide")
    name, before = next(iter(files.items()))
    edited = changed(before.decode(), asked, earlier.judged, name)
    after = {name: edited.text.encode()}
    plans, decisions = (folder.plans, after) if is_decision else (after, folder.decisions)
    loaded = load(PlanFolder(plans, decisions, folder.missing_decisions))
    # What has happened is no quotation: no paper need be read for it.
    place = folder.place if not isinstance(asked, NewEvent) else None
    findings = _found(earlier, loaded, base, place)
    if refused := [one for one in findings if _is_refused(one, asked)]:
        raise Refusal("refused for what the file would say, as shown above", refused, loaded)
    return Draft(name, edited.line, before, after[name], earlier, loaded, findings)


def _found(earlier: Loaded, loaded: Loaded, base: Loaded | None, place: Path | None) -> tuple[Finding, ...]:
    """What `check` would find that it did not find before; `place` is where the papers lie."""
    papers = papers_of(loaded.judged, place)
    before, after = (quotations_in(one.judged, papers) for one in (earlier, loaded))
    if base is not None:
        return _new(findings_of(earlier, base, before), findings_of(loaded, base, after))
    found = _new(findings_of(earlier, None, before), findings_of(loaded, earlier, after))
    return tuple(one for one in found if one.code is not ADDED)


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
