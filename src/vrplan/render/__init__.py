"""A report or findings to `str`; computes nothing, prints nothing. Only the form asked for is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, assert_never

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.render.language import Language
    from vrplan.render.run import Run
    from vrplan.reports.agenda import AgendaReport
    from vrplan.reports.check import CheckReport
    from vrplan.reports.closeout import CloseoutReport
    from vrplan.reports.decisions import DecisionsReport
    from vrplan.reports.diff import DiffReport
    from vrplan.reports.read import Phrase
    from vrplan.reports.sheet import Sheet
    from vrplan.reports.status import StatusReport
    from vrplan.reports.timeline import TimelineReport
    from vrplan.reports.transfers import TransfersReport
    from vrplan.reports.why import WhyReport

    Report = (
        StatusReport
        | TransfersReport
        | WhyReport
        | DecisionsReport
        | DiffReport
        | CloseoutReport
        | AgendaReport
        | TimelineReport
    )

Form = Literal["text", "json", "csv", "md"]
FindingsForm = Literal["full", "concise", "json", "csv", "github", "junit", "sarif"]


class Terminal(Protocol):
    """A terminal that a person reads on."""

    @property
    def width(self) -> int:
        """How many columns it has."""

    @property
    def colour(self) -> bool:
        """Whether colours may be used."""


def report_as(form: Form, report: Report, terminal: Terminal | None = None, language: Language = "en") -> str:
    """The report in the form asked for; `terminal` is where a text is read, None for a pipe or a file.

    JSON and CSV are the same in every language.
    """
    from vrplan.render.language import telling_in

    with telling_in(language if form in {"text", "md"} else "en"):
        return _report_as(form, report, terminal)


def _report_as(form: Form, report: Report, terminal: Terminal | None) -> str:
    if form == "json":
        from vrplan.render.as_json import as_json

        return as_json(report)
    if form == "csv":
        from vrplan.render.as_csv import as_csv

        return as_csv(report)
    if form == "md":
        from vrplan.render.as_markdown import as_markdown

        return as_markdown(report)
    if terminal is not None:
        from vrplan.render.for_terminal import for_terminal

        return for_terminal(report, terminal.width, terminal.colour)
    from vrplan.render.as_text import as_text

    return as_text(report)


def sheet(report: Sheet, language: Language = "en") -> str:
    """The hand-over sheet of one receiver, in Markdown: ready to send, to fill in and to sign."""
    from vrplan.render.language import telling_in
    from vrplan.render.page.sheet import sheet as page

    with telling_in(language):
        return "\n".join(page(report)) + "\n"


def findings_as(form: FindingsForm, report: CheckReport, run: Run | None = None) -> str:
    """The findings in the form asked for; `run` says what the form needs to know beyond them, and the language.

    JSON and CSV are the same in every language.
    """
    from vrplan.render.language import telling_in
    from vrplan.render.run import Run

    run = run or Run()
    with telling_in(run.language if form not in {"json", "csv"} else "en"):
        return _findings_as(form, report, run)


def _findings_as(form: FindingsForm, report: CheckReport, run: Run) -> str:
    match form:
        case "full" | "concise":
            from vrplan.render import findings

            told = findings.full if form == "full" else findings.concise
            return told(report, quiet=run.quiet)
        case "json":
            from vrplan.render.as_json import check

            return check(report)
        case "csv":
            from vrplan.render.as_csv import findings as as_rows

            return as_rows(report)
        case "github":
            from vrplan.render.as_github import as_github

            return as_github(report, run)
        case "junit":
            from vrplan.render.as_junit import as_junit

            return as_junit(report, run)
        case "sarif":
            from vrplan.render.as_sarif import as_sarif

            return as_sarif(report, run)
        case _:
            assert_never(form)


def phrases_as(
    form: Literal["text", "json"], phrases: Iterable[Phrase], explain: bool, language: Language = "en"
) -> str:
    """The readings as text, or as lines of JSON, which are the same in every language."""
    if form == "json":
        from vrplan.render.as_json import phrases as as_lines

        return as_lines(phrases)
    from vrplan.render.language import telling_in
    from vrplan.render.text.read import phrases as as_text

    with telling_in(language):
        return as_text(phrases, explain)
