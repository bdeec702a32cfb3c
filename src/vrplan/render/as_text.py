"""Reports as plain text for pipes and files: one line an item, never wrapped and never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.render import english
from vrplan.render.safe import visible
from vrplan.reports.status import StatusReport
from vrplan.reports.transfers import TransfersReport
from vrplan.reports.why import WhyReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrplan.as_of import ItemOnDate
    from vrplan.render import Report
    from vrplan.reports.read import Phrase
    from vrplan.reports.transfers import Transfer
    from vrplan.reports.why import Testimony

Cells = tuple[str, ...]

UNDECIDED = "Spoken of, not decided:"


def as_text(report: Report) -> str:
    """The report as plain lines."""
    match report:
        case StatusReport():
            return _status(report)
        case TransfersReport():
            return _transfers(report)
        case WhyReport():
            return _why(report)
        case _:
            assert_never(report)


def _status(report: StatusReport) -> str:
    """The states by area and focus area, after the three lines for a chief executive."""
    lines = [*english.header(report.view, "status on"), ""]
    lines += [f"{label}: {told}" for label, told in opening(report)]
    rows = [_status_cells(one, report) for one in report.items]
    for line, above in zip(_columns(rows), _headings(report.items), strict=True):
        lines += above
        lines.append("    " + line)
    lines += ["", *count_lines(report)]
    return "\n".join(lines) + "\n"


def opening(report: StatusReport) -> list[tuple[str, str]]:
    """What was asked for, and the three answers for a chief executive; no answers where nothing matches."""
    asked = english.choice(report)
    only = [("Only", asked)] if asked else []
    return [*only, *(english.highlights(report.highlights, report.view.clocks.date) if report.items else [])]


def count_lines(report: StatusReport) -> list[str]:
    """The closing lines: how many of each state, level by level."""
    lines = [
        english.counts(english.LEVELS[level], counts) for level, counts in report.counts.items() if counts
    ]
    if lines:
        return lines
    return ["No item matches." if report.view.items else "Nothing was known of any item."]


def section(one: ItemOnDate) -> tuple[str, str]:
    """The two headings that an item stands under: its area and its focus area."""
    area = visible(one.item.area) if one.item.area else "Outside the areas"
    return area, visible(one.item.focus_area) if one.item.focus_area else ""


def _headings(items: Iterable[ItemOnDate]) -> list[list[str]]:
    """What stands above each item: its area and focus area, when they are new."""
    found: list[list[str]] = []
    last = ("", "")
    for one in items:
        area, focus_area = section(one)
        above = ["", area] if area != last[0] else []
        if focus_area and (area, focus_area) != last:
            above.append("  " + focus_area)
        found.append(above)
        last = (area, focus_area)
    return found


def _status_cells(one: ItemOnDate, report: StatusReport) -> Cells:
    return (
        english.STATES[one.state],
        one.item.id,
        english.when(one, report.view.clocks.date),
        visible(one.item.name) + changed(one, report),
        english.words(one),
    )


def changed(one: ItemOnDate, report: StatusReport) -> str:
    """The mark of an item that changed since the day asked for: what it was."""
    before = report.marked.get(one.item.id)
    return f" (was {english.STATES[before]})" if before else ""


def _transfers(report: TransfersReport) -> str:
    """The hand-overs, one line each, with what else is said of them below."""
    lines = [*english.header(report.view, "hand-overs on"), ""]
    if report.to is not None:
        lines += [f"To {english.party(report.view.plan, report.to, report.parts)}", ""]
    rows = [_transfer_cells(one) for one in report.transfers]
    for one, line in zip(report.transfers, _columns(rows), strict=True):
        lines.append(line)
        lines += [f"    also said: {english.beside(said)}" for said in one.now.beside]
    lines += ["" if rows else "No hand-over is decided.", *hand_over_counts(report)]
    if report.undecided:
        lines += ["", UNDECIDED, *(f"    {english.mentioned(one)}" for one in report.undecided)]
    return "\n".join(lines).rstrip() + "\n"


def hand_over_counts(report: TransfersReport) -> list[str]:
    """The closing line of the hand-overs."""
    if not report.transfers:
        return []
    confirmed = sum(one.now.confirmed for one in report.transfers)
    number = len(report.transfers)
    return [f"{number} hand-over{'' if number == 1 else 's'}, {confirmed} confirmed by the receiver"]


def _transfer_cells(one: Transfer) -> Cells:
    return (
        english.STATES[one.now.state],
        one.now.item.id,
        f"to {visible(one.to)}" if one.to else "to nobody named",
        english.window(one.start, one.end),
        "confirmed" if one.now.confirmed else "not confirmed",
        english.authority(one.now.holds) if one.now.holds else "",
        visible(one.now.item.name),
        english.words(one.now),
    )


def _why(report: WhyReport) -> str:
    """Text, reading, column, decision, body and date of everything that is said of an item."""
    item, view = report.item, report.view
    lines = [*english.header(view, english.why_title(report)), "", f"{item.id}: {visible(item.name)}"]
    lines += [f"  {label}: {told}" for label, told in english.place_in_plan(item)]
    lines += [f"  {line}" for line in english.state_now(report)]
    for title, holds in (("It rests on", True), ("Also said, newest first", False)):
        chosen = [one for one in report.statements if one.holds is holds]
        if chosen:
            lines += ["", title]
            for one in chosen:
                lines += _testimony(one, report)
    if report.events:
        lines += ["", "What happened", *(f"  {english.event(one)}" for one in report.events)]
    lines += ["", "What follows", *(f"  {one}" for one in english.follows(report))]
    return "\n".join(lines) + "\n"


def _testimony(one: Testimony, report: WhyReport) -> list[str]:
    (first, *rest) = english.testimony(one, report)
    return [f"  {first}", *(f"    {line}" for line in rest)]


def phrases(read: Iterable[Phrase], explain: bool) -> str:
    """A line for each text: its reading, then the remarks; with `explain` also which words gave what."""
    lines: list[str] = []
    for one in read:
        lines.append(f"{visible(one.text)}")
        lines.append(f"  {english.reading(one.reading)}")
        lines += [f"  note: {visible(remark.message)} ({remark.code})" for remark in one.reading.remarks]
        if explain:
            lines += [f"  {line}" for line in english.explained(one)]
    return "\n".join(lines) + ("\n" if lines else "")


def _columns(rows: Sequence[Cells]) -> list[str]:
    """The rows with their cells one below the other; the last cell is as long as it is."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)][:-1]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]
