"""`vrplan export docx`: the meeting paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from vrplan.cli.export.office import Force, deliver, insist_on_name, needs_office
from vrplan.cli.options import AsKnown, Day, Lang, OwnData, day, fail, language_of, tell, unknown
from vrplan.cli.plan import load_sound, view_of

if TYPE_CHECKING:
    import datetime

    from vrplan.as_of import PlanOnDate
    from vrplan.model.plan import Plan
    from vrplan.render.language import Language
    from vrplan.reports.paper import Called, MeetingPaper

_OTHERS = frozenset({".doc", ".docm", ".dot", ".dotm", ".dotx"})
_KINDS = "[Content_Types].xml"
_OTHER_KINDS = (b".macroEnabled.main+xml", b".template.main+xml", b".macroEnabledTemplate.main+xml")
"""The endings by which a package names them: with macros, a template, a template with macros."""
_LARGEST = 50 << 20
"""So many bytes a template may have."""


def docx(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The file to write; - sends it on to another program."
        ),
    ],
    date: Day = None,
    as_known: AsKnown = None,
    body: Annotated[
        str | None,
        typer.Option(
            metavar="BODY", help="Whose meeting the paper is for. [default: that of the next known meeting]"
        ),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of the meeting. [default: the next known one]"),
    ] = None,
    case: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="The number of the case: 12/2018.")
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A .docx whose styles, page and letterhead the paper gets."),
    ] = None,
    data: OwnData = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """The plan on a date as a Word document: the paper that is attached to the invitation to a meeting.

    A summary, what has changed since the last meeting, the tables by area, the hand-overs and what is open when
    the doors close.
    """
    insist_on_name(output, ".docx")
    with needs_office():
        import docx as _library  # noqa: F401 - so that whoever lacks it is told before anything is read
    from vrplan.reports.paper import called

    plan, _loaded = load_sound(data, fall_back=False, published=True)
    view = view_of(plan, date, as_known)
    meets = day("--meeting", meeting) if meeting is not None else None
    language = language_of(lang)
    _tell_of_day(view.clocks.date, meets, language)
    content = _made(_report(view, called(view, _body(plan, body), meets, case)), template, language)
    deliver(content, output, language, force=force)


def _tell_of_day(told_of: datetime.date, meets: datetime.date | None, language: Language) -> None:
    """A meeting may look ahead. More often one of the two days is a slip, so it is said."""
    from vrplan.days import norwegian
    from vrplan.render.language import _, telling_in

    if meets is None or meets >= told_of:
        return
    with telling_in(language):
        told = _(
            "note: the paper is for a meeting on {meeting}, and tells how it stands later, on {day} (--date)"
        )
        tell(told.format(meeting=norwegian(meets), day=norwegian(told_of)))


def _body(plan: Plan, name: str | None) -> str | None:
    """The id of the body that is called so, in any case; an unknown one ends the command."""
    if name is None:
        return None
    bodies = plan.decided.bodies
    names = {one.casefold(): key for key, body in bodies.items() for one in (key, body.name, *body.aliases)}
    if name.strip().casefold() not in names:
        unknown("body", name, list(bodies))
    return names[name.strip().casefold()]


def _report(view: PlanOnDate, meeting: Called) -> MeetingPaper:
    from vrplan.reports.closeout import closing
    from vrplan.reports.paper import last_met, paper
    from vrplan.reports.status import status
    from vrplan.reports.transfers import transfers

    states = status(view, since=last_met(view, meeting.body))
    return paper(view, meeting, states, transfers(view), closing(view))


def _made(report: MeetingPaper, template: Path | None, language: Language) -> bytes:
    """The document; a template that cannot be used ends the command."""
    from vrplan.importers import Unreadable
    from vrplan.importers.docx_package import check_package
    from vrplan.importers.finished import damage_told
    from vrplan.render.as_docx import as_docx

    if template is None:
        return as_docx(report, None, language)
    content = _read(template)
    try:
        check_package(content, str(template))
        _insist_on_document(content, template)
        with damage_told(str(template), "a .docx"):
            return as_docx(report, content, language)
    except Unreadable as error:
        fail(f"--template: {error}")


def _insist_on_document(content: bytes, template: Path) -> None:
    """The package says what it is, whatever its name says: a template or a file with macros is no document."""
    import io
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(content)) as package:
        kinds = package.read(_KINDS) if _KINDS in package.namelist() else b""
    if any(one in kinds for one in _OTHER_KINDS):
        _refuse(template)


def _refuse(template: Path) -> NoReturn:
    fail(f"--template: {template} is no .docx: open it in Word and save it as one")


def _read(template: Path) -> bytes:
    if template.suffix.lower() in _OTHERS:
        _refuse(template)
    try:
        if template.is_file() and template.stat().st_size > _LARGEST:
            fail(f"--template: {template} is far larger than a template")
        return template.read_bytes()
    except OSError as error:
        fail(f"--template: {template} cannot be opened: {error.strerror or error}")
