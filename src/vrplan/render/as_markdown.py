"""Reports as Markdown: tables that can be pasted into a meeting paper or a pull request."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from vrplan.render import english
from vrplan.render.as_text import UNDECIDED, changed, count_lines, hand_over_counts, opening, section
from vrplan.render.safe import markdown
from vrplan.reports.status import StatusReport
from vrplan.reports.transfers import TransfersReport
from vrplan.reports.why import WhyReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.render import Report
    from vrplan.reports.transfers import Transfer
    from vrplan.reports.why import Testimony


def as_markdown(report: Report) -> str:
    """The report as a page with a heading and tables."""
    match report:
        case StatusReport():
            return _page(_status(report))
        case TransfersReport():
            return _page(_transfers(report))
        case WhyReport():
            return _page(_why(report))
        case _:
            assert_never(report)


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def _header(view: PlanOnDate, what: str) -> list[str]:
    title, *rest = english.header(view, what)
    return [f"# {markdown(title)}", "", *(line for told in rest for line in (markdown(told), ""))]


def _status(report: StatusReport) -> list[str]:
    lines = _header(report.view, "status on")
    lines += [f"- **{markdown(label)}:** {markdown(told)}" for label, told in opening(report)]
    for area, in_area in groupby(report.items, key=lambda one: section(one)[0]):
        lines += ["", f"## {markdown(area)}"]
        for focus_area, some in groupby(in_area, key=lambda one: section(one)[1]):
            lines += ["", *([f"### {markdown(focus_area)}", ""] if focus_area else [])]
            lines += _table(
                ("State", "Item", "Id", "When", "Words", "Decision"), (_row(one, report) for one in some)
            )
    return [*lines, "", *(f"{markdown(line)}  " for line in count_lines(report))]


def _row(one: ItemOnDate, report: StatusReport) -> tuple[str, ...]:
    return (
        english.STATES[one.state],
        one.item.name + changed(one, report),
        one.item.id,
        english.when(one, report.view.clocks.date),
        english.words(one),
        english.authority(one.holds) if one.holds else "",
    )


def _transfers(report: TransfersReport) -> list[str]:
    lines = _header(report.view, "hand-overs on")
    if report.to is not None:
        lines += [f"To {markdown(english.party(report.view.plan, report.to, report.parts))}", ""]
    columns = ("What", "To", "Window", "State", "Confirmed", "Decision", "Words", "Also said")
    if report.transfers:
        lines += _table(columns, (_transfer_row(one) for one in report.transfers))
    lines += ["", *(markdown(line) for line in hand_over_counts(report) or ["No hand-over is decided."])]
    if report.undecided:
        lines += [
            "",
            f"## {UNDECIDED}",
            "",
            *(f"- {markdown(english.mentioned(one))}" for one in report.undecided),
        ]
    return lines


def _transfer_row(one: Transfer) -> tuple[str, ...]:
    return (
        one.now.item.name,
        one.to or "nobody named",
        english.window(one.start, one.end),
        english.STATES[one.now.state],
        "yes" if one.now.confirmed else "no",
        english.authority(one.now.holds) if one.now.holds else "",
        english.words(one.now),
        "; ".join(english.beside(said) for said in one.now.beside),
    )


def _why(report: WhyReport) -> list[str]:
    lines = _header(report.view, english.why_title(report))
    lines += [f"## {markdown(report.item.name)}", ""]
    lines += [f"- {label}: {markdown(told)}" for label, told in english.place_in_plan(report.item)]
    lines += ["", *(markdown(line) for line in english.state_now(report)), ""]
    for title, holds in (("It rests on", True), ("Also said, newest first", False)):
        chosen = [one for one in report.statements if one.holds is holds]
        lines += [f"### {title}", ""] if chosen else []
        lines += [line for one in chosen for line in (*_testimony(one, report), "")]
    if report.events:
        lines += [
            "### What happened",
            "",
            *(f"- {markdown(english.event(one))}" for one in report.events),
            "",
        ]
    return [*lines, "### What follows", "", *(f"- {markdown(line)}" for line in english.follows(report))]


def _testimony(one: Testimony, report: WhyReport) -> list[str]:
    first, *rest = english.testimony(one, report)
    return [f"> {markdown(first)}", "", *(f"- {markdown(line)}" for line in rest)]


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    return lines + ["| " + " | ".join(markdown(one) for one in row) + " |" for row in rows]
