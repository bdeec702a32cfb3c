"""Findings as text: the first line `file:line:column: CODE message`, the source line with a caret, the help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from vrplan.findings import NEAR_MISS, Severity
from vrplan.model.papers import QuotationCounts
from vrplan.render.language import N_, NP_, _, ngettext, pgettext
from vrplan.render.safe import visible
from vrplan.render.values import all_told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrplan.findings import Finding, Place
    from vrplan.reports.check import CheckReport

ACCEPTED = N_("Looked at and accepted:")
_SEVERITIES = {
    Severity.ERROR: NP_("severity", "error"),
    Severity.WARNING: NP_("severity", "warning"),
    Severity.INFO: NP_("severity", "info"),
}
_WIDEST_EXCERPT = 100


@dataclass(frozen=True, slots=True)
class Message:
    """A finding's sentences, made from its templates and values."""

    sentence: str
    help: str
    related: tuple[str, ...]


def message(finding: Finding) -> Message:
    """Fill in a finding's templates; what came from a file is made visible and harmless."""
    values = all_told(finding.values)
    return Message(
        _(finding.code.message).format_map(values).rstrip(),
        _advice(finding.advice or finding.code.help).format_map(values),
        tuple(_(one.message).format_map(values | all_told(one.values)) for one in finding.related),
    )


def _advice(template: str) -> str:
    """What to do: one template, or the question whether something else was meant and then another one."""
    rest = template.removeprefix(NEAR_MISS)
    if rest == template:
        return _(template)
    return f"{_(NEAR_MISS)} {_(rest.lstrip())}".rstrip()


def severity_name(severity: Severity) -> str:
    """How much a finding weighs, in a word: `warning`."""
    return pgettext("severity", _SEVERITIES[severity])


def concise(report: CheckReport, *, quiet: bool = False) -> str:
    """One line for each finding, those that are accepted last; then the count, unless it is to be quiet."""
    lines = [*(first_line(one) for one in report.counted), *accepted_lines(report)]
    lines += [] if quiet else [*quotations(report), count(report)]
    return "".join(f"{line}\n" for line in lines)


def full(report: CheckReport, *, quiet: bool = False) -> str:
    """Each finding with its source line, a caret, and what to do, those that are accepted last; then the count."""
    parts = [block(one, report.lines) for one in report.counted]
    if report.accepted:
        parts += [_(ACCEPTED), *(block(one, report.lines) for one in report.accepted)]
    parts += [] if quiet else ["\n".join((*quotations(report), count(report)))]
    return "\n\n".join(parts) + "\n" if parts else ""


def accepted_lines(report: CheckReport) -> list[str]:
    """The findings that somebody lets stand, each with the reason on its line, below a heading."""
    lines = [f"{first_line(one)} ({_accepted(one)})" for one in report.accepted]
    return [_(ACCEPTED), *lines] if lines else []


def _accepted(one: Finding) -> str:
    return _("accepted: {reason}").format(reason=visible(one.accepted))


def first_line(one: Finding) -> str:
    """`file:line:column: CODE severity: sentence`."""
    place = one.place
    where = f"{_file(place.file)}:{place.line}:{place.column}" if place else _file(one.spot.file)
    return f"{where}: {one.code.code} {severity_name(one.code.severity)}: {message(one).sentence}"


def block(one: Finding, lines: Mapping[str, list[str]]) -> str:
    """A finding on several lines: the first, the source with a caret, what belongs to it, and what to do."""
    told = message(one)
    shown = [first_line(one)]
    if one.place:
        shown += _excerpt(one.place, lines.get(one.place.file, []))
    for other, sentence in zip(one.related, told.related, strict=True):
        where = f"{visible(other.spot.file)}:{other.place.line}" if other.place else visible(other.spot.file)
        shown.append("  " + _("see {place}: {sentence}").format(place=where, sentence=sentence))
    if one.accepted:
        shown.append(f"  {_accepted(one)}")
    elif told.help:
        shown.append(f"  {help_line(told)}")
    return "\n".join(shown)


def help_line(told: Message) -> str:
    """What to do about a finding, as a line of its own."""
    return _("help: {advice}").format(advice=told.help)


def count(report: CheckReport) -> str:
    """How many findings there are of each weight: `1 error, 2 warnings; 3 accepted`."""
    numbers = {word: report.summary[f"{word}s"] for word in Severity}
    parts = [findings_of(word, number) for word, number in numbers.items() if number]
    told = ", ".join(parts) or _("no findings")
    accepted = report.summary["accepted"]
    return f"{told}; {_('{number} accepted').format(number=accepted)}" if accepted else told


def findings_of(severity: Severity, number: int) -> str:
    """So many findings of one weight: `2 warnings`."""
    match severity:
        case Severity.ERROR:
            told = ngettext("{number} error", "{number} errors", number)
        case Severity.WARNING:
            told = ngettext("{number} warning", "{number} warnings", number)
        case Severity.INFO:
            told = ngettext("{number} info", "{number} infos", number)
        case _:
            assert_never(severity)
    return told.format(number=number)


def quotations(report: CheckReport) -> list[str]:
    """How many status texts stand in their papers, in one line; none for a plan that names no papers at all."""
    told = report.quotations
    if told is None or not report.papers or told == QuotationCounts():
        return []
    if not report.paper_files:
        untold = _("status texts: {number} not verified, since no source names the file of its paper")
        return [untold.format(number=told.unverified)]
    parts = (
        (_("{number} found word for word in their papers"), told.verified),
        (_("{number} not found"), told.not_found),
        (_("{number} suspect"), told.suspect),
        (_("{number} not verified"), told.unverified),
    )
    counted = ", ".join(part.format(number=number) for part, number in parts if number)
    return [_("status texts: {counts}").format(counts=counted)]


def _file(name: str) -> str:
    """A file's name at the beginning of a line, where GitHub would take two colons for an order."""
    shown = visible(name)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


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
