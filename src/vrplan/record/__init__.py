"""An edit that is read, judged and only then written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from vrplan.findings import Severity
from vrplan.folder import PlanFolder
from vrplan.importers.cited import papers_of
from vrplan.load import Loaded, load
from vrplan.record.asked import (
    Asked,
    NewColumn,
    NewDecision,
    NewEntries,
    NewEvent,
    NewPoints,
    NewReference,
    NewStatus,
    OfDecisions,
)
from vrplan.record.changes import changed
from vrplan.record.grounds import insist_on_grounds, insist_on_news, insist_on_the_past
from vrplan.record.refusal import Refusal
from vrplan.rules import errors_of
from vrplan.rules.edits.additions import ADDED
from vrplan.rules.every import findings_of
from vrplan.rules.happened import TOO_EARLY, TOO_LATE, TOO_SOON, TWICE
from vrplan.rules.outside import OUTSIDE
from vrplan.rules.quotations import quotations_in

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from vrplan.findings import Finding
    from vrplan.model.papers import PaperRead

__all__ = [
    "Asked",
    "Change",
    "Draft",
    "NewColumn",
    "NewDecision",
    "NewEntries",
    "NewEvent",
    "NewPoints",
    "NewReference",
    "NewStatus",
    "Refusal",
    "drafted",
    "loaded_sound",
]

_NOT_RECORDED = frozenset({TOO_EARLY, TOO_LATE, TOO_SOON, TWICE, OUTSIDE})
"""What `check` only asks about an event that somebody has written; what nobody has written yet is not written so."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one file."""

    file: str
    line: int
    """The line on which what is new begins."""
    before: bytes | None
    """None for a file that is new."""
    after: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """An edit that has been judged and is not written yet."""

    changes: tuple[Change, ...]
    """The file of decisions comes first: the plan names what stands there."""
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
    folder: PlanFolder,
    earlier: Loaded,
    asked: Sequence[Asked],
    today: datetime.date,
    base: Loaded | None = None,
    coming: Mapping[str, bytes] = MappingProxyType({}),
) -> Draft:
    """The edit that records all that is asked, judged as `check` would judge it. Raises Refusal.

    `base` is the version that all of an edit starts from, where there is one: a decision may take several records to
    write down, and only from there can be seen that it is new. `coming` are the papers that are put into the folder
    together with it, by their names.
    """
    for one in asked:
        insist_on_the_past(one, today)
        insist_on_grounds(one)
    insist_on_news(asked, earlier.judged)
    changes = tuple(_changes(folder, earlier, asked))
    after = {one.file: one.after for one in changes}
    plans = {name: after.get(name, text) for name, text in folder.plans.items()}
    decisions = {name: after.get(name, text) for name, text in folder.decisions.items()}
    loaded = load(PlanFolder(plans, decisions, folder.missing_decisions))
    # What has happened is no quotation: no paper need be read for it.
    has_events = any(isinstance(one, NewEvent) for one in asked)
    place = folder.place if not has_events else None
    findings = _found(earlier, loaded, base, papers_of(loaded.judged, place, coming))
    if refused := [one for one in findings if _is_refused(one, has_events)]:
        raise Refusal("refused for what the file would say, as shown above", refused, loaded)
    return Draft(changes, earlier, loaded, findings)


def _changes(folder: PlanFolder, earlier: Loaded, asked: Sequence[Asked]) -> Iterator[Change]:
    """What becomes of each file of which something is asked."""
    of_decisions = [one for one in asked if isinstance(one, OfDecisions)]
    of_the_plan = [one for one in asked if not isinstance(one, OfDecisions)]
    for files, meant in ((folder.decisions, of_decisions), (folder.plans, of_the_plan)):
        if not meant:
            continue
        if not files:
            raise Refusal(
                f"there is no {folder.missing_decisions} yet; begin one with the bodies that decide"
            )
        name, before = next(iter(files.items()))
        edited = changed(before.decode(), meant, earlier.judged, name)
        yield Change(name, edited.line, before, edited.text.encode())


def _found(
    earlier: Loaded, loaded: Loaded, base: Loaded | None, papers: Mapping[str, PaperRead]
) -> tuple[Finding, ...]:
    """What `check` would find that it did not find before, with these papers."""
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
    return finding.code.code, tuple(sorted((name, str(value)) for name, value in finding.values.items()))


def _is_refused(finding: Finding, has_events: bool) -> bool:
    return finding.code.severity is Severity.ERROR or (has_events and finding.code in _NOT_RECORDED)
