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

    def covers(self, finding: Finding) -> bool:
        """Whether it is about this finding. An error is never accepted."""
        return (
            finding.code.code == self.code
            and finding.code.severity is not Severity.ERROR
            and finding.spot.file == self.file
            and finding.spot.path[: len(self.path)] == self.path
        )


def with_acceptances(findings: Iterable[Finding], loaded: Loaded) -> list[Finding]:
    """The findings with the reasons why they are accepted, and one for each acceptance of nothing."""
    acceptances = list(_acceptances(loaded))
    if not acceptances:
        return list(findings)
    used: set[Acceptance] = set()
    told: list[Finding] = []
    for finding in findings:
        # The nearest mapping speaks first: it is the last one on the way down.
        covering = [one for one in acceptances if one.covers(finding)]
        used.update(covering)
        told.append(replace(finding, accepted=covering[-1].reason) if covering else finding)
    # A broken plan is not judged in full, so nobody knows what its acceptances are for.
    if loaded.judged.unread or loaded.judged.stand_ins:
        return told
    return told + [_unused(one) for one in acceptances if one not in used]


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
