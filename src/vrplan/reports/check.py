"""Every finding in the files of a plan folder, counted by weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.findings import Finding
    from vrplan.load import Loaded


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The findings of one run in the order of their places, with the lines that they stand on."""

    plan: str | None
    """The plan's id; None when the plan cannot be read."""
    findings: tuple[Finding, ...]
    summary: dict[str, int]
    lines: dict[str, list[str]]


def check(loaded: Loaded, findings: Sequence[Finding]) -> CheckReport:
    """Count the findings; those that somebody has accepted weigh nothing."""
    counted = [one for one in findings if not one.accepted]
    summary = {
        f"{severity}s": sum(one.code.severity is severity for one in counted) for severity in Severity
    } | {"accepted": len(findings) - len(counted)}
    plan = loaded.plan.written.plan if loaded.plan is not None else None
    pointed_at = {one.place.file for one in findings if one.place is not None}
    lines = {name: source.lines for name, source in loaded.sources.items() if name in pointed_at}
    return CheckReport(plan, tuple(findings), summary, lines)
