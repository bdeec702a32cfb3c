"""The columns of a draft: all those with status texts, and which of them are older than the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.drafts.decided import id_of_decision
from vrplan.drafts.values import DraftColumn
from vrplan.importers.adoptions import adoptions_in
from vrplan.importers.columns import (
    SAYING,
    Role,
    is_bare_year,
    is_later,
    is_of_what_was_adopted,
    is_proposal,
    year_in,
)
from vrplan.importers.irregularities import Kind, irregular

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vrplan.drafts.values import DraftActivity
    from vrplan.importers.columns import Column
    from vrplan.importers.sections import Contents


def columns_of(
    contents: Contents, year: int, decisions: Mapping[str, str], *, is_own: bool = False
) -> tuple[DraftColumn, ...]:
    """The columns in the order in which the paper has them, each once; with the decisions that it tells of them.

    A line that a decision is taken from is told of, and is not left over.
    """
    found: dict[str, Column] = {}
    for one in contents.tables:
        for column in one.table.columns:
            if column.role in SAYING:
                found.setdefault(column.name, column)
    older = _older(list(found.values()), contents.head.standing)
    adoptions = adoptions_in(contents.unused, found.keys() - decisions.keys(), is_own=is_own)
    told = adoptions.told
    contents.found += [irregular(Kind.ADOPTION_TAKEN, line.place, line.text) for line in adoptions.lines]
    contents.unused = [line for line in contents.unused if line not in adoptions.lines]
    return tuple(
        DraftColumn(
            name,
            is_of_the_paper=name not in older,
            year=named if (named := year_in(name)) and named != year else None,
            adopted_by=decisions.get(name) or (id_of_decision(told[name]) if name in told else None),
            told=told.get(name),
            is_named_a_proposal=is_proposal(name),
        )
        for name in found
    )


def _older(columns: Sequence[Column], standing: str | None) -> set[str]:
    """Of several revisions of the plan the newest is the paper's; the others were decided before.

    In a paper that adopts, a column whose heading says "vedtatt" beside proposals is what it adopts.
    """
    if standing == "adopted" and any(is_proposal(one.name) for one in columns):
        adopted = [one for one in columns if is_of_what_was_adopted(one.name)]
        if len(adopted) == 1:
            return set()
    revisions = [
        one
        for one in columns
        if one.role is Role.STATUS
        and (year_in(one.name) or is_later(one.name))
        and not is_bare_year(one.name)  # the years of one plan are no revisions of it
    ]
    if len(revisions) < 2:
        return set()
    numbered = list(enumerate(revisions))
    _, newest = max(numbered, key=lambda pair: (year_in(pair[1].name) or 0, is_later(pair[1].name), pair[0]))
    return {one.name for one in revisions if one is not newest}


def newest_column(contents: Contents) -> str | None:
    """The status column that says what the paper itself proposes or adopts; None where it has deadlines only."""
    found = {
        column.name: column
        for one in contents.tables
        for column in one.table.columns
        if column.role is Role.STATUS
    }
    older = _older(list(found.values()), None)
    return next((name for name in reversed(found) if name not in older), None)


def newest_text(activity: DraftActivity, names: Sequence[str]) -> str:
    """The words of the last of these columns that says anything of the activity."""
    said = dict(activity.status)
    texts = [said[name][-1].text for name in names if name in said]
    return texts[-1] if texts else ""
