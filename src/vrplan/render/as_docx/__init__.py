"""The meeting paper as a Word document (Office Open XML), in the styles of a template."""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render import wording
from vrplan.render.as_docx.document import finish, opened
from vrplan.render.as_docx.parts import Writer, fitting
from vrplan.render.language import _, pgettext, telling_in
from vrplan.render.safe import visible
from vrplan.render.undated import undated
from vrplan.render.wording import paper as told
from vrplan.render.wording.statements import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vrplan.as_of import ItemOnDate
    from vrplan.render.language import Language
    from vrplan.reports.paper import MeetingPaper, PaperArea, Part

_MOST_UPRIGHT = 3
"""So many columns of the plan fit on a page that stands upright."""


def as_docx(report: MeetingPaper, template: bytes | None = None, language: Language = "en") -> bytes:
    """The document; the same report and template give the same bytes, whenever it is made.

    What stands in the template comes first, and its styles, page and margins are used. A template that is no sound
    Word file may raise anything.
    """
    document = opened(template, wide=len(report.columns) > _MOST_UPRIGHT)
    with telling_in(language):
        _write(Writer(document), report)
        finish(document, report)
    file = io.BytesIO()
    document.save(file)
    return undated(file.getvalue())


def _write(writer: Writer, report: MeetingPaper) -> None:
    _head(writer, report)
    _changes(writer, report)
    widths = _widths(report)
    for area in report.areas:
        _area(writer, area, report, widths)
    _hand_overs(writer, report)
    _closing(writer, report)
    writer.end()


def _head(writer: Writer, report: MeetingPaper) -> None:
    plan = report.view.plan
    writer.paragraph(told.title(report), "Title", own=plan.written.title)
    body = plan.decided.body_name(report.called.body) if report.called.body else None
    for line in told.meeting_lines(report):
        is_name = line == visible(plan.organisation)
        writer.paragraph(line, "Subtitle", own=line if is_name else body)
    writer.heading(_("Summary"), 1)
    for label, answer in told.answers(report):
        writer.labelled(label, answer)
    for line in wording.count_lines(report.status):
        writer.paragraph(f"{line}.")
    for line in told.ground(report):
        writer.paragraph(line)


def _changes(writer: Writer, report: MeetingPaper) -> None:
    found = report.status.highlights
    if found.since is None:
        return
    since, day = norwegian(found.since), norwegian(report.view.clocks.date)
    writer.heading(_("Changes since the meeting on {day}").format(day=since), 1)
    if not found.changes:
        writer.paragraph(_("Nothing has changed."))
        return
    names = _("What it is about"), _("On {day}").format(day=since), _("On {day}").format(day=day)
    rows = [
        (
            one.now.item.name,
            wording.state_name(one.before) if one.before else "",
            told.stands(one.now),
        )
        for one in found.changes
    ]
    writer.table(_("Changes"), names, (5, 2, 3), rows, own={0})


def _area(
    writer: Writer, area: PaperArea, report: MeetingPaper, widths: Mapping[bool, Sequence[float]]
) -> None:
    writer.heading(told.area_heading(area.name), 1, area.name)
    for part in area.parts:
        has_table = bool(part.activities or part.obligations)
        if part.name:
            writer.heading(told.focus_heading(part), 2, part.name)
        if part.resource:
            words = _("Resource: {names}").format(names=part.resource)
            writer.paragraph(words, own=part.resource, stays=True)
        for whose, said in groupby(part.said, key=lambda one: told.whose_words(one, report.view.plan)):
            words = " ".join(quoted(one.statement.text) for one in said)
            writer.labelled(whose, words, stays=has_table)
        if part.itself is not None:
            label = _("Situation on {day}").format(day=norwegian(report.view.clocks.date))
            writer.labelled(label, told.stands(part.itself), stays=has_table)
        if part.activities:
            subject = told.subject(area.name, part)
            _activities(writer, subject, part, report, widths[part.has_resources])
        if part.obligations:
            _obligations(writer, told.subject(area.name, part), part.obligations, report)


def _activities(
    writer: Writer, subject: str, part: Part, report: MeetingPaper, widths: Sequence[float]
) -> None:
    """The table as the papers have it, and how things stand; each row says its measure."""
    names, *rows = _activity_rows(part, report)
    own = range(len(names) - 1)  # all but the situation
    writer.table(subject, names, widths, rows, own=own, about=subject)


def _activity_rows(part: Part, report: MeetingPaper) -> Iterator[Sequence[str]]:
    """The names of the columns, and what stands in them for each activity."""
    resource = [_("Resource")] if part.has_resources else []
    situation = _("Situation on {day}").format(day=norwegian(report.view.clocks.date))
    yield _("Measure"), _("Activities"), *resource, *report.columns, situation
    for one in part.activities:
        row = [one.item.measure or "", one.item.name]
        row += [one.item.resource or one.item.who or ""] if part.has_resources else []
        row += [report.words(one, column) for column in report.columns]
        yield *row, _situation(one, report)


def _widths(report: MeetingPaper) -> dict[bool, list[float]]:
    """How wide the columns are to each other, the same in every table of activities: with a resource and without."""
    found: dict[bool, list[Sequence[str]]] = {}
    for part in (part for area in report.areas for part in area.parts if part.activities):
        found.setdefault(part.has_resources, []).extend(_activity_rows(part, report))
    return {has_resources: fitting(rows) for has_resources, rows in found.items()}


def _situation(one: ItemOnDate, report: MeetingPaper) -> str:
    """The state of an activity, and what decisions say of it beside the columns."""
    plan = report.view.plan
    others = [
        f"{told.whose_words(said, plan)}: {quoted(said.statement.text)}"
        for said in report.beyond_columns(one)
    ]
    return "; ".join([told.stands(one), *others])


def _obligations(
    writer: Writer, subject: str, obligations: tuple[ItemOnDate, ...], report: MeetingPaper
) -> None:
    day = report.view.clocks.date
    names = _("Obligation"), _("The plan says"), _("Situation on {day}").format(day=norwegian(day))
    rows = [(one.item.name, told.sayings(one, report.view.plan), told.stands(one)) for one in obligations]
    title = _("Obligations beside the activities: {subject}").format(subject=subject)
    writer.table(title, names, (4, 4, 3), rows, own={0}, about=subject)


def _hand_overs(writer: Writer, report: MeetingPaper) -> None:
    """What goes to whom: a table for each receiver, in the order in which they are first named."""
    if not report.transfers.listed:
        return
    plan = report.view.plan
    writer.heading(_("Hand-overs"), 1)
    for receiver in report.transfers.receivers:
        some = [one for one in report.transfers.transfers if one.to == receiver.to]
        if some:
            name = told.receiver(receiver.to, plan)
            rows = [(one.now.item.name, *told.hand_over(one, plan)) for one in some]
            names = _("What is handed over"), pgettext("column", "Window"), _("Reported, confirmed")
            subject = _("To {receiver}").format(receiver=name)
            writer.table(subject, names, (4, 3, 4), rows, own={0}, about=name if receiver.to else None)
    beside = (*report.transfers.set_aside, *report.transfers.undecided)
    if beside:
        writer.heading(_("Also spoken of, without a decision that holds"), 2)
    for one in beside:
        words = f"{told.whose_words(one.said, plan)}: {quoted(one.said.statement.text)}"
        writer.paragraph(f"{one.now.item.name}. {words}", "List Bullet", own=one.now.item.name)


def _closing(writer: Writer, report: MeetingPaper) -> None:
    """What is open at the end of the last day, the gravest first."""
    closing = report.closing
    if closing is None:
        return
    last = closing.view.clocks.date
    heading = _("Still open on {day}") if closing.is_past else _("Open points at the end of {day}")
    writer.heading(heading.format(day=norwegian(last)), 1)
    if closing.open and report.view.clocks.date < last:
        day = norwegian(report.view.clocks.date)
        writer.paragraph(_("This is open unless more is recorded than was known on {day}.").format(day=day))
    writer.paragraph(wording.verdict(closing))
    for reason, some in groupby(closing.open, key=lambda one: one.reason):
        names = _("Open point"), _("The plan says"), wording.told_on(closing)
        rows = [
            (one.now.item.name, told.holding(one.now, report.view.plan), wording.left_open(one, last))
            for one in some
        ]
        writer.table(wording.reason(reason), names, (4, 4, 3), rows, own={0})
