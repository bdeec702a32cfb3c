"""Words that are added: a decision of their own must stand behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Severity, Spot
from vrplan.rules.edits.lawful import is_new_authority, is_older, named_by, unlawful
from vrplan.rules.edits.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Statement
    from vrplan.rules.edits.edit import Edit, Kept

ADDED = Code(
    "VR710",
    "added-afterwards",
    Severity.ERROR,
    "{key} brings no new decision, and did not say of {item} before this edit: {after}",
    "write it under the new column or point that decided it, as a line of its own: DECISION/1: …; "
    "where the papers always said this, accept the finding here with that reason",
)


def nothing_is_added_to_what_was_decided(edit: Edit) -> Iterator[Finding]:
    """A column, or a decision that already stood behind words or an event, says nothing new that changes what holds.

    A decision was made once. When the column it adopted gets another text months later, it seems to have
    decided what it never did. A new decision has a column or a point of its own, and that may say anything; it
    is adopted, has a date, and is no older than what it changes. Where the words did stand in the papers and
    were only forgotten here, accept the finding with that reason. An activity that is new to the plan may stand
    in an old column: what was forgotten can be added.

    Example:
        status:
          HP 2018: Løpende
          Justert HP 2018: Avsluttes 29.6.18  # new

    Instead:
        columns:
          HP 2018: {adopted_by: sg-2017-35}
          Justert HP 2018: {adopted_by: sg-2018-16}  # new
    """
    seen: set[int] = set()
    for kept in edit.kept:
        for statement in unlawful(edit, kept) if kept.added else ():
            if id(statement) not in seen and not is_back_dated(edit, kept, statement):
                seen.add(id(statement))
                values = {"key": statement.authority.key, "item": kept.after.id, "after": told(statement)}
                yield Finding(ADDED, Spot(statement.file, statement.path), values)


def is_back_dated(edit: Edit, kept: Kept, statement: Statement) -> bool:
    """Whether the only thing wrong with a statement is that it was decided before what held."""
    name = named_by(statement, edit.after)
    is_known = statement.authority.key in edit.spoke_before
    return not is_known and is_new_authority(edit, kept, name) and is_older(edit, kept, name)
