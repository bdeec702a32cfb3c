"""Findings that somebody has looked at: accepted by code and with a reason, and still listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from vrplan.findings import Code, Finding, Path, Severity, Spot
from vrplan.model.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrplan.load import Loaded

UNUSED_ACCEPTANCE = Code(
    "VR012",
    "unused-acceptance",
    Severity.WARNING,
    "{code} is accepted here, and there is no {code} here that could be accepted",
    "remove the line; an error cannot be accepted, it has to be mended",
    page="""An acceptance stands where there is something to accept.

    `accept` says that somebody has looked at a finding and lets it stand, and why. When the finding has gone,
    the line is left behind, and would cover the next one of its kind, which nobody has looked at. What makes
    a plan unreadable, an error in the files, cannot be accepted: it has to be mended.

    Example:
        status:
          HP 2018: {text: Løpende, accept: {VR301: Sett av styret}}

    Instead:
        status:
          HP 2018: Løpende
    """,
)

CODES = (UNUSED_ACCEPTANCE,)


_OF_EDITS = "VR7"
"""How the codes begin of what is wrong with an edit, and not with the files."""


_BESIDE = 4
"""How far above an edited text its item stands, at most: status, column, number in a list, text."""


class Acceptance(NamedTuple):
    """A line of `accept`: it covers the findings of that code in its mapping and below."""

    file: str
    path: Path
    code: str
    reason: str


class Accepted(NamedTuple):
    """Findings with the reasons why they are accepted, and one for each acceptance of nothing."""

    findings: list[Finding]
    unused: list[Finding]


def with_acceptances(findings: Iterable[Finding], loaded: Loaded, before: Loaded | None = None) -> Accepted:
    """Tell which findings are accepted, and which acceptances accept nothing.

    A finding about an edit is accepted by what that edit itself adds: an acceptance that stood there `before`
    was given for another edit.
    """
    acceptances = {(one.file, one.code, one.path): one for one in _acceptances(loaded)}
    if not acceptances:
        return Accepted(list(findings), [])
    spent = _spent(acceptances.values(), before)
    used: set[Acceptance] = set()
    told: list[Finding] = []
    for finding in findings:
        covering = [one for one in _covering(finding, acceptances) if one not in spent]
        used.update(covering)
        told.append(replace(finding, accepted=covering[0].reason) if covering else finding)
    return Accepted(told, [_unused(one) for one in acceptances.values() if one not in used | spent])


def _spent(acceptances: Iterable[Acceptance], before: Loaded | None) -> set[Acceptance]:
    """The acceptances of edits that are done: those that are no part of the edit that is judged."""
    of_edits = [one for one in acceptances if one.code.startswith(_OF_EDITS)]
    if before is None:
        return set(of_edits)
    stood = Counter((one.code, one.reason) for one in _acceptances(before))
    stands = Counter((one.code, one.reason) for one in of_edits)
    return {one for one in of_edits if stands[one.code, one.reason] <= stood[one.code, one.reason]}


def _covering(finding: Finding, acceptances: dict[tuple[str, str, Path], Acceptance]) -> list[Acceptance]:
    """The acceptances of this finding in its mapping and above, the nearest first.

    An error in the files is never accepted: nothing can rest on it. An edit may be, by whoever knows its reason;
    but beside what was edited, and not once for all at the top.
    """
    of_edit = finding.code.code.startswith(_OF_EDITS)
    if finding.code.severity is Severity.ERROR and not of_edit:
        return []
    file, path, code = finding.spot.file, finding.spot.path, finding.code.code
    lowest = 0 if not of_edit or len(path) <= 1 else max(1, len(path) - _BESIDE)
    above = (acceptances.get((file, code, path[:length])) for length in range(len(path), lowest - 1, -1))
    return [one for one in above if one is not None]


def _unused(one: Acceptance) -> Finding:
    spot = Spot(one.file, (*one.path, "accept", one.code), key=True)
    return Finding(UNUSED_ACCEPTANCE, spot, {"code": one.code})


def _acceptances(loaded: Loaded) -> Iterator[Acceptance]:
    plan = loaded.judged
    for file, written in ((plan.file, plan.written), (plan.decisions_file, plan.decided)):
        source = loaded.sources.get(file)
        # Most files accept nothing, and then there is nothing to walk.
        if source is not None and b"accept" in source.content:
            yield from _within(file, (), written)


def _within(file: str, path: Path, value: Any) -> Iterator[Acceptance]:
    if isinstance(value, Written):
        for code, reason in (value.accept or {}).items():
            yield Acceptance(file, path, code, reason)
        for name, below in vars(value).items():
            yield from _within(file, (*path, name), below)
    elif isinstance(value, dict):
        for name, below in value.items():
            yield from _within(file, (*path, name), below)
    elif isinstance(value, tuple):
        for index, below in enumerate(value):
            yield from _within(file, (*path, index), below)
