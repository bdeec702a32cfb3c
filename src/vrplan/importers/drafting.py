"""A paper to a draft plan, and the list of what in it was doubtful, repaired or not used."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vrplan.drafts.values import Draft, DraftPaper
from vrplan.importers.columns import Role, is_later, year_in
from vrplan.importers.disagreement import Listener, Tabled, impossible_days
from vrplan.importers.growing import Growing
from vrplan.importers.head import years_in
from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.importers.organisation import endings_in
from vrplan.importers.plan_columns import columns_of, newest_column, newest_text
from vrplan.importers.sections import contents_of
from vrplan.importers.texts_read import readings_of, recipients_in, remarks_on
from vrplan.importers.words import tidy
from vrplan.phrases import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vrplan.importers.paper import Paper
    from vrplan.importers.sections import Contents
    from vrplan.importers.texts_read import Readings


_OF_ITS_DECISION = frozenset({"standing", "body", "date", "case"})


class NoPlan(Exception):  # noqa: N818 - an answer for the user, who is told why in one line
    """Why no draft can be made of a paper that can be read."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody knows beyond the paper: its year, whose plan it is, which decision adopted which column."""

    year: int | None = None
    organisation: str | None = None
    decisions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft, and everything that whoever checks it should know."""

    draft: Draft
    irregularities: tuple[Irregularity, ...]


@dataclass(frozen=True, slots=True)
class Grown:
    """A draft, what it was made from, and what was met on the way."""

    contents: Contents
    draft: Draft
    found: tuple[Irregularity, ...]
    paper: Paper

    @property
    def context(self) -> Context:
        """What its texts leave unsaid."""
        return Context(self.draft.first_year, self.contents.head.day)


def imported(paper: Paper, wishes: Wishes) -> Imported:
    """Make a draft of a paper. Raises NoPlan when it has no plan table, or no year and none is wished."""
    made = grown(paper, wishes)
    readings = readings_of(made.draft, made.context)
    draft = replace(made.draft, parties=recipients_in(made.draft, readings))
    return Imported(draft, irregularities_of(made, draft, readings, wishes))


def grown(paper: Paper, wishes: Wishes) -> Grown:
    """Read the tables of a paper as a draft. Raises NoPlan, as `imported` does."""
    contents = contents_of(paper)
    if not contents.tables:
        raise NoPlan(_nothing(paper))
    head, found = contents.head, list[Irregularity]()
    first, last = _years(contents, wishes, found)
    growing = Growing(contents, wraps=paper.name.casefold().endswith(".pdf"))
    columns = columns_of(contents, first, wishes.decisions, is_own=bool(contents.accounts))
    areas = growing.areas(head.standing is not None, columns, newest_column(contents))
    taken = {id(line) for line in growing.taken}
    contents.unused = [line for line in contents.unused if id(line) not in taken]
    if not growing.last:
        raise NoPlan(
            f"{paper.name} holds no plan: its table has the headings of one, and no activity below them"
        )
    organisation = wishes.organisation or head.organisation
    endings = list(endings_in(contents.unused, organisation))
    found += [irregular(Kind.CEASES, one.line.place, one.line.text) for one in endings]
    contents.leave_accounts(organisation)
    draft = Draft(
        _about(paper, contents),
        first,
        last,
        organisation,
        columns,
        areas,
        is_organisation_guessed=not wishes.organisation and head.is_organisation_guessed,
        ceases=endings[0].first_without if endings else None,
    )
    return Grown(contents, draft, (*contents.found, *found, *growing.found), paper)


def _about(paper: Paper, contents: Contents) -> DraftPaper:
    head = contents.head
    return DraftPaper(
        tidy(paper.name),
        head.title,
        head.body,
        head.day,
        head.case,
        head.standing,
        paper.sha256,
        is_own=bool(contents.accounts),
    )


def irregularities_of(
    made: Grown, draft: Draft, readings: Readings, wishes: Wishes
) -> tuple[Irregularity, ...]:
    """What whoever checks a draft should know, in the order in which it is told; `draft` may be a part of it."""
    contents, found = made.contents, list(made.found)
    found += remarks_on(draft, readings)
    found += _checked(draft, contents, made.context)
    found += _not_known(draft, wishes)
    found += [irregular(Kind.TEXT_NOT_USED, line.place, line.text) for line in contents.unused]
    found += [irregular(Kind.STRUCK, one.place, one.text) for one in made.paper.struck]
    found += [irregular(Kind.LOST, "the paper", text) for text in made.paper.lost]
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _nothing(paper: Paper) -> str:
    why = "no table in it has the headings of an action plan, such as Tiltak, Aktivitet, Ansvar, Frist or Status"
    lost = f"; {paper.lost[0]}" if paper.lost else ""
    return f"{paper.name} holds no plan: {why}{lost}"


def _years(contents: Contents, wishes: Wishes, found: list[Irregularity]) -> tuple[int, int]:
    """The first and the last year of the plan: as wished, else of the title, the columns, or the paper's day."""
    head = contents.head
    if wishes.year is not None:
        if (years := head.years) and not years[0] <= wishes.year <= years[1]:
            paper = str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
            title = head.title or ""
            found.append(irregular(Kind.OTHER_YEAR, "the paper", title, paper=paper, wished=str(wishes.year)))
        return wishes.year, wishes.year
    if years := head.years:
        return years
    for line in contents.unused:
        if line.level is not None and (years := years_in(line.text)):
            found.append(irregular(Kind.TAKEN, line.place, line.text))
            return years
    named = [
        year
        for one in contents.tables
        for column in one.table.columns
        if column.role in {Role.STATUS, Role.DEADLINE} and (year := year_in(column.name))
    ]
    if named:
        return max(named), max(named)
    if head.day is not None:
        found.append(irregular(Kind.NOT_KNOWN, "the paper", what="year", read=str(head.day.year)))
        return head.day.year, head.day.year
    raise NoPlan("the paper does not say for which year the plan is; name it with --year")


def _checked(draft: Draft, contents: Contents, context: Context) -> Iterator[Irregularity]:
    """What the text of the paper says against its tables, and against the calendar."""
    names = [column.name for column in draft.columns]
    later = [name for name in names if is_later(name)] or names
    subjects: dict[str, list[Tabled]] = {}
    grouped: list[tuple[str, list[Tabled]]] = []
    for area in draft.areas:
        parts = [(focus.name, focus.measures) for focus in area.focus_areas]
        for name, measures in [*parts, (area.name or "", area.measures)]:
            here = subjects.setdefault(name, [])
            for measure in measures:
                tabled = [Tabled(one.name, newest_text(one, later)) for one in measure.activities]
                here += tabled
                grouped.append((measure.name, tabled))
    yield from Listener(subjects, contents.about, context, grouped).disagreements(contents.compared)
    yield from impossible_days(contents.compared, contents.head.day)


def _not_known(draft: Draft, wishes: Wishes) -> Iterator[Irregularity]:
    """What is left to be filled in, and what was supposed."""
    paper = draft.paper
    asked = {
        "organisation": draft.organisation,
        "title": paper.title,
        "standing": paper.standing,
        "body": paper.body,
        "date": paper.date,
        "case": paper.case,
    }
    for what, value in asked.items():
        if not value and not (draft.is_decided and what in _OF_ITS_DECISION):
            yield irregular(Kind.NOT_KNOWN, "the paper", what=what)
    if draft.organisation and not wishes.organisation:
        yield irregular(Kind.TAKEN, "the paper", draft.organisation, what="organisation")
    for column in draft.columns:
        if not column.is_of_the_paper and not column.adopted_by:
            yield irregular(Kind.NOT_KNOWN, "the paper", column.name, what="column")
