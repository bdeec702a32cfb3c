"""Every finding in the files of a plan folder, counted by weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.findings import Finding
    from vrplan.load import Loaded
    from vrplan.model.papers import QuotationCounts


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The findings of one run in the order of their places, with the lines that they stand on."""

    plan: str | None
    """The plan's id; None when the plan cannot be read."""
    findings: tuple[Finding, ...]
    summary: dict[str, int]
    lines: dict[str, list[str]]
    title: str | None = None
    """The plan's title; None when the plan cannot be read."""
    files: tuple[str, ...] = ()
    """Every file that was read, whether something was found in it or not."""
    strict: bool = False
    """Whether warnings fail a plan as errors do."""
    quotations: QuotationCounts | None = None
    """How many status texts stand in their papers; None when nobody has looked."""
    papers: int = 0
    """How many papers the files name as sources."""
    paper_files: int = 0
    """How many of them have a file."""

    @property
    def counted(self) -> tuple[Finding, ...]:
        """The findings that nobody has accepted."""
        return tuple(one for one in self.findings if not one.accepted)

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """The findings that somebody has looked at and lets stand, each with its reason."""
        return tuple(one for one in self.findings if one.accepted)

    def fails(self, finding: Finding) -> bool:
        """Whether a finding must be dealt with: an error must, and in a strict run a warning."""
        if finding.accepted:
            return False
        severity = finding.code.severity
        return severity is Severity.ERROR or (self.strict and severity is Severity.WARNING)


def check(
    loaded: Loaded,
    findings: Sequence[Finding],
    quotations: QuotationCounts | None = None,
    *,
    strict: bool = False,
) -> CheckReport:
    """Count the findings; those that somebody has accepted weigh nothing."""
    counted = [one for one in findings if not one.accepted]
    summary = {
        f"{severity}s": sum(one.code.severity is severity for one in counted) for severity in Severity
    } | {"accepted": len(findings) - len(counted)}
    written = loaded.plan.written if loaded.plan is not None else None
    papers = loaded.judged.decided.sources.values()
    pointed_at = {one.place.file for one in findings if one.place is not None}
    lines = {name: source.lines for name, source in loaded.sources.items() if name in pointed_at}
    return CheckReport(
        written.plan if written else None,
        tuple(findings),
        summary,
        lines,
        written.title if written else None,
        tuple(loaded.sources),
        strict,
        quotations,
        len(papers),
        sum(one.file is not None for one in papers),
    )
