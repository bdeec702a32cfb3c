"""A later paper set against a plan that exists; nothing is written here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from vrplan.drafts.ids import Ids
from vrplan.importers.drafting import Wishes, grown, irregularities_of
from vrplan.importers.irregularities import Kind, irregular
from vrplan.importers.later.adding import Adding
from vrplan.importers.later.basis import basis_of
from vrplan.importers.later.column import facts_of, taken
from vrplan.importers.later.matching import matched, settled
from vrplan.importers.later.merged import Difference, Merged, Unplaced
from vrplan.importers.later.offering import offered
from vrplan.importers.later.rows import Places, entries_in, ids_in, rows_of
from vrplan.importers.texts_read import readings_of
from vrplan.importers.words import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.drafts.values import Draft, DraftActivity, DraftMeasure, DraftText
    from vrplan.importers.drafting import Grown
    from vrplan.importers.irregularities import Irregularity
    from vrplan.importers.later.adding import Addition
    from vrplan.importers.later.basis import Basis
    from vrplan.importers.later.column import Taken, Wanted
    from vrplan.importers.later.matching import Matched
    from vrplan.importers.later.merged import Doubtful, Match, New
    from vrplan.importers.later.rows import Entry
    from vrplan.importers.paper import Paper
    from vrplan.model.plan import Plan

Status = tuple[tuple[str, tuple["DraftText", ...]], ...]
_SAID_BY_THE_PLAN = frozenset({"column", "organisation", "year"})


def merged(paper: Paper, plan: Plan, wanted: Wanted) -> Merged:
    """Set a paper against a plan. Raises NoPlan, Unsettled, or Unheard."""
    wishes = Wishes(plan.written.period.from_.year, plan.organisation)
    made = grown(paper, wishes)
    column = taken(made.draft, plan, wanted)
    basis = basis_of(made.draft, plan.decided)
    draft = _narrowed(made.draft, column)
    rows, entries = list(rows_of(draft, column.heading)), list(entries_in(plan))
    places = Places(plan, entries, rows)
    found = matched(rows, entries, places)
    if column.is_there:
        found = settled(found, column.name, basis.source)
    return Merged(
        paper=paper.name,
        heading=column.heading,
        column=column.name,
        is_there=column.is_there,
        basis=basis,
        facts={} if column.is_there else facts_of(column, basis, plan),
        matched=found.matches,
        **_left(found, entries, column),
        **_added(found, Adding(places, Ids(set(ids_in(plan))), column.name, basis.source), column, wanted),
        differences=tuple(_differences(found.matches, column)),
        not_taken=tuple(_not_taken(made.draft, column, plan)),
        irregularities=tuple(_worth_telling(made, draft, wishes, column, basis)),
    )


class _Left(TypedDict):
    of_groups: tuple[tuple[Match, tuple[Entry, ...]], ...]
    gone: tuple[Entry, ...]
    untold: tuple[Entry, ...]


class _Added(TypedDict):
    new: tuple[New, ...]
    doubtful: tuple[Doubtful, ...]
    additions: tuple[Addition, ...]


def _left(found: Matched, entries: Sequence[Entry], column: Taken) -> _Left:
    """The items that no row is; of a column that is there those of which it says something."""
    left = list(_unmatched(found, entries))
    of_groups = tuple(
        (match, tuple(one for one in left if one.path[: len(match.entry.path)] == match.entry.path))
        for match in found.matches
        if match.entry.has_activities and match.row.texts
    )
    spoken_of = {one.path for _match, below in of_groups for one in below}
    left = [one for one in left if one.path not in spoken_of]
    left = [one for one in left if not column.is_there or column.name in one.said]
    return {
        "of_groups": of_groups,
        "gone": tuple(one for one in left if one.level == "activity"),
        "untold": tuple(one for one in left if one.level != "activity"),
    }


def _added(found: Matched, adding: Adding, column: Taken, wanted: Wanted) -> _Added:
    """What becomes of the rows that are no item of the plan, or perhaps none."""
    why_not = Unplaced.COMPARED if column.is_there else None if wanted.adds_new else Unplaced.NOT_ASKED
    return {
        "new": tuple(adding.new(row, why_not) for row in found.new),
        "doubtful": tuple(
            replace(one, entry=adding.entry(one.row))
            for one in offered(found.doubtful, found.matches, column.name)
        ),
        "additions": tuple(adding.additions()),
    }


def _not_taken(draft: Draft, column: Taken, plan: Plan) -> Iterator[tuple[str, bool]]:
    """The other columns of the paper, and whether the plan has them."""
    there = {name.casefold() for name in plan.columns}
    for one in draft.columns:
        if one.name != column.heading:
            yield one.name, one.name.casefold() in there


def _narrowed(draft: Draft, column: Taken) -> Draft:
    """The draft with one column only."""

    def said(status: Status) -> Status:
        return tuple(pair for pair in status if pair[0] == column.heading)

    def activity(one: DraftActivity) -> DraftActivity:
        return replace(one, status=said(one.status))

    def measures(many: tuple[DraftMeasure, ...]) -> tuple[DraftMeasure, ...]:
        return tuple(replace(one, activities=tuple(map(activity, one.activities))) for one in many)

    return replace(
        draft,
        columns=tuple(replace(one, year=column.year) for one in draft.columns if one.name == column.heading),
        areas=tuple(
            replace(
                area,
                focus_areas=tuple(
                    replace(one, measures=measures(one.measures), status=said(one.status))
                    for one in area.focus_areas
                ),
                measures=measures(area.measures),
            )
            for area in draft.areas
        ),
    )


def _unmatched(found: Matched, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The items that no row is, nor may be."""
    known = {match.entry.path for match in found.matches}
    known |= {entry.path for one in found.doubtful for entry, _ in one.candidates}
    for one in entries:
        if one.path not in known and one.level != "measure" and not one.has_activities:
            yield one


def _differences(matches: Sequence[Match], column: Taken) -> Iterator[Difference]:
    """Where the plan has the column and does not say in it what the paper says, white space apart."""
    for one in matches if column.is_there else ():
        in_plan = tuple(said.text for said in one.entry.said.get(column.name, ()))
        in_paper = [tidy(text.text) for text in one.row.texts]
        known = [tidy(text) if text else text for text in in_plan]
        has_more = one.row.is_focus_area and set(in_paper) <= set(known)  # that others have read in its text
        if known != in_paper and not has_more:
            yield Difference(one, in_plan)


def _worth_telling(
    made: Grown, draft: Draft, wishes: Wishes, column: Taken, basis: Basis
) -> Iterator[Irregularity]:
    """What is irregular in the paper, without what the plan knows already."""
    known = set(_SAID_BY_THE_PLAN)
    if column.decision is not None or basis.is_there or column.is_there:
        known |= {"standing", "title", "body", "date", "case"}
    used = {
        text.place
        for area in draft.areas
        for one in area.focus_areas
        for _, said in one.status
        for text in said
    }
    for one in irregularities_of(made, draft, readings_of(draft, made.context), wishes):
        if one.kind is Kind.STATUS_TAKEN and one.place not in used:
            yield irregular(Kind.TEXT_NOT_USED, one.place, one.text)
        elif one.kind is Kind.CEASES:
            continue  # the plan has a line for it, and the text is listed as not used
        elif one.kind is not Kind.NOT_KNOWN or dict(one.said).get("what") not in known:
            yield one
