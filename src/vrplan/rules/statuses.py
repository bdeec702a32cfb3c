"""What a status stands under, and what it speaks of: columns, decisions and activities that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Severity, Spot, Told
from vrplan.model.written import Measure
from vrplan.rules.references import decision_keys, is_decision
from vrplan.rules.unknown import unknown, with_values
from vrplan.rules.walk import entries, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan

UNKNOWN_STATUS_KEY = Code(
    "VR202",
    "unknown-status-key",
    Severity.ERROR,
    "{name} is neither a column of this plan nor a decision",
    "write the name of a column ({columns}), or a decision and its point: styret-2018-16/2",
)
UNKNOWN_ITEM = Code(
    "VR204",
    "unknown-item",
    Severity.ERROR,
    "{name} is not one of the activities that this status speaks of",
    "write the id of an activity below: {known}",
)
SPEAKS_OF_NOTHING = Code(
    "VR212",
    "speaks-of-nothing",
    Severity.WARNING,
    "a status stands at {name}, and there is no activity below that it could speak of",
    "list the activities, or remove the status",
)


def status_key_is_known(plan: Plan) -> Iterator[Finding]:
    """A status stands under a column of the plan, or under a decision or one of its points.

    That name says who decided the words, and when. Under a name that is neither, the words are nobody's: they
    cannot be weighed against older or newer ones. Mostly it is a slip in the name of the column. A decision
    that came between two revisions needs no column: its id will do, and its point after a stroke
    (`sg-2018-16/1`).

    Example:
        status:
          PH 2018: Løpende

    Instead:
        status:
          HP 2018: Løpende
          sg-2018-16/1: Avsluttes 29.6.2018
    """
    keys = {key for _, entry in entries(plan) for key in entry.status or ()}
    strange = {key for key in keys if key not in plan.columns and not is_decision(plan, key)}
    if "columns" in plan.unread or "decisions" in plan.unread:
        return
    known = [*plan.columns, *decision_keys(plan)] if strange else []
    for path, entry in entries(plan) if strange else ():
        for key in entry.status or ():
            if key in strange:
                finding = unknown(UNKNOWN_STATUS_KEY, plan.file, (*path, "status", key), key, known, key=True)
                yield with_values(finding, columns=", ".join(plan.columns))


def item_is_known(plan: Plan) -> Iterator[Finding]:
    """`only` and `except` name activities that the status speaks of.

    A sentence about a whole focus area often spares one activity. If that one is misnamed, the sentence takes
    it along with the others, and a network that was to go on is closed in every list. Activities are named by
    their id, not by their name; `vrplan status` shows the ids.

    Example:
        status:
          HP 2018: {text: Løpende, only: [nettverket]}
        measures:
          - name: Beredskap
            activities:
              - {id: nettverk, name: Drifte nettverket}

    Instead:
        status:
          HP 2018: {text: Løpende, only: [nettverk]}
    """
    if "items" in plan.unread:
        return
    choosing = [(path, one) for path, one in sentences(plan) if one.only or one.except_]
    ids = _ids_below(plan, {_above(path) for path, _ in choosing})
    for path, sentence in choosing:
        below = ids[_above(path)]
        for key, names in (("only", sentence.only), ("except", sentence.except_)):
            for index, name in enumerate(names):
                if name not in below:
                    finding = unknown(UNKNOWN_ITEM, plan.file, (*path, key, index), name, below)
                    yield with_values(finding, known=", ".join(below) or Told("(none)"))


def status_speaks_of_something(plan: Plan) -> Iterator[Finding]:
    """A measure that has a status has activities that it can speak of.

    A measure has no state of its own: what is said of it is said of its activities. Where there are none, the
    words stand in the file and turn up in no report, and what was decided is forgotten. Either the activities
    are still to be listed, or the words belong to the focus area above.

    Example:
        measures:
          - name: Beredskap
            status:
              HP 2018: Avsluttes 29.6.18

    Instead:
        measures:
          - name: Beredskap
            status:
              HP 2018: Avsluttes 29.6.18
            activities:
              - id: nettverk
                name: Drifte nettverket
    """
    for path, entry in entries(plan):
        if isinstance(entry, Measure) and entry.status and not entry.activities:
            yield Finding(
                SPEAKS_OF_NOTHING, Spot(plan.file, (*path, "status"), key=True), {"name": entry.name}
            )


def _above(path: Path) -> Path:
    """The path of the entry that a status stands in."""
    return path[: path.index("status")]


def _ids_below(plan: Plan, entries: set[Path]) -> dict[Path, list[str]]:
    """For each of these entries, the ids of the items that a status of it can speak of, found in one pass."""
    ids: dict[Path, list[str]] = {path: [] for path in entries}
    lengths = sorted({len(path) for path in entries})
    for item in plan.items if ids else ():
        if item.level != "obligation":
            for length in lengths:
                if length <= len(item.path) and (above := item.path[:length]) in ids:
                    ids[above].append(item.id)
    return ids
