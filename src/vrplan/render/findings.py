"""Findings as text: the first line `file:line:column: CODE message`, the source line with a caret, the help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrplan.findings import Finding, Place
    from vrplan.reports.check import CheckReport

_WIDEST_EXCERPT = 100


@dataclass(frozen=True, slots=True)
class Message:
    """A finding's sentences, made from its templates and values."""

    sentence: str
    help: str
    related: tuple[str, ...]


def message(finding: Finding) -> Message:
    """Fill in a finding's templates; what came from a file is made visible and harmless."""
    values = {name: visible(value) for name, value in finding.values.items()}
    return Message(
        finding.code.message.format_map(values).rstrip(),
        (finding.advice or finding.code.help).format_map(values),
        tuple(one.message.format_map(values) for one in finding.related),
    )


def concise(report: CheckReport) -> str:
    """One line for each finding, then the count."""
    return "".join(f"{_first_line(one)}\n" for one in report.findings) + _count(report)


def full(report: CheckReport) -> str:
    """Each finding with its source line, a caret, and what to do; then the count."""
    return "".join(_block(one, report.lines) for one in report.findings) + _count(report)


def _first_line(one: Finding) -> str:
    place = one.place
    where = f"{place.file}:{place.line}:{place.column}" if place else one.spot.file
    accepted = f" (accepted: {visible(one.accepted)})" if one.accepted else ""
    return f"{visible(where)}: {one.code.code} {one.code.severity}: {message(one).sentence}{accepted}"


def _block(one: Finding, lines: Mapping[str, list[str]]) -> str:
    told = message(one)
    block = [_first_line(one)]
    if one.place:
        block += _excerpt(one.place, lines.get(one.place.file, []))
    for other, sentence in zip(one.related, told.related, strict=True):
        where = f"{other.place.file}:{other.place.line}" if other.place else other.spot.file
        block.append(f"  see {visible(where)}: {sentence}")
    if told.help:
        block.append(f"  help: {told.help}")
    return "\n".join(block) + "\n\n"


def _excerpt(place: Place, lines: list[str]) -> list[str]:
    if not 0 < place.line <= len(lines):
        return []
    line = lines[place.line - 1]
    # A very long line is shown around the place, so that the caret stays in view.
    first = max(0, place.column - 1 - _WIDEST_EXCERPT // 2) if len(line) > _WIDEST_EXCERPT else 0
    shown = line[first : first + _WIDEST_EXCERPT]
    before = visible("." + line[first : place.column - 1] + ".")[1:-1]
    last = place.end_column - 1 if place.end_line == place.line else len(line)
    marked = visible("." + line[place.column - 1 : min(last, first + _WIDEST_EXCERPT)] + ".")[1:-1]
    number = str(place.line)
    return [
        f"  {number} | {visible('.' + shown)[1:]}",
        f"  {' ' * len(number)} | {' ' * len(before)}{'^' * max(1, len(marked))}",
    ]


def _count(report: CheckReport) -> str:
    summary = report.summary
    parts = [
        f"{number} {word if number == 1 else word + 's'}"
        for word, number in (
            ("error", summary["errors"]),
            ("warning", summary["warnings"]),
            ("info", summary["infos"]),
        )
        if number
    ]
    accepted = f"; {summary['accepted']} accepted" if summary["accepted"] else ""
    return (", ".join(parts) if parts else "no findings") + accepted + "\n"
