"""Findings that somebody has looked at: accepted by code and with a reason, and still listed."""

from __future__ import annotations

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
)

CODES = (UNUSED_ACCEPTANCE,)


class Acceptance(NamedTuple):
    """A line of `accept`: it covers the findings of that code in its mapping and below."""

    file: str
    path: Path
    code: str
    reason: str


def with_acceptances(findings: Iterable[Finding], loaded: Loaded) -> list[Finding]:
    """The findings with the reasons why they are accepted, and one for each acceptance of nothing."""
    acceptances = {(one.file, one.code, one.path): one for one in _acceptances(loaded)}
    if not acceptances:
        return list(findings)
    used: set[Acceptance] = set()
    told: list[Finding] = []
    for finding in findings:
        covering = _covering(finding, acceptances)
        used.update(covering)
        told.append(replace(finding, accepted=covering[0].reason) if covering else finding)
    if loaded.judged.unread or loaded.judged.stand_ins:
        return told  # a broken plan is not judged as a whole, so nobody can say what is not found in it
    return told + [_unused(one) for one in acceptances.values() if one not in used]


def _covering(finding: Finding, acceptances: dict[tuple[str, str, Path], Acceptance]) -> list[Acceptance]:
    """The acceptances of this finding in its mapping and above, the nearest first. An error is never accepted."""
    if finding.code.severity is Severity.ERROR:
        return []
    file, path, code = finding.spot.file, finding.spot.path, finding.code.code
    above = (acceptances.get((file, code, path[:length])) for length in range(len(path), -1, -1))
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
