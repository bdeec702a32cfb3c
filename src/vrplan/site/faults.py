"""What the page of findings tells: each finding's sentences, those of one code together, the gravest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Severity
from vrplan.render.findings import count, message
from vrplan.render.language import N_, _
from vrplan.render.titles import title_of
from vrplan.render.wording.plans import looked_at
from vrplan.site.told import together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.findings import Code, Finding
    from vrplan.reports.check import CheckReport

__all__ = ["advice", "by_code", "by_severity", "counted", "heading", "looked_at", "sentence"]

_SEVERITIES = {
    Severity.ERROR: N_("Errors"),
    Severity.WARNING: N_("Warnings"),
    Severity.INFO: N_("To be known"),
}


def heading(code: Code) -> str:
    """What the findings of a code stand under."""
    return f"{code.code} {title_of(code)}"


def sentence(one: Finding) -> str:
    """What a finding says."""
    return message(one).sentence


def advice(one: Finding) -> str:
    """What to do about a finding; empty where there is nothing to do."""
    return message(one).help


def counted(report: CheckReport) -> str:
    """How many findings there are of each weight."""
    return count(report)


def by_severity(report: CheckReport) -> list[tuple[str, list[tuple[Code, list[Finding]]]]]:
    """The findings that nobody has accepted: the gravest first, those of one code together."""
    some = together(report.counted, lambda one: one.code.severity)
    by_weight = dict(some)
    return [(_(title), by_code(by_weight[one])) for one, title in _SEVERITIES.items() if one in by_weight]


def by_code(some: Iterable[Finding]) -> list[tuple[Code, list[Finding]]]:
    """The findings of each code, by code."""
    ordered = sorted(some, key=lambda one: one.code.code)
    return [(alike[0].code, alike) for _code, alike in together(ordered, lambda one: one.code.code)]
