"""The commands that record what stands in a revision of the plan: its column, and the words under it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli import complete
from vrplan.cli.options import day, fail
from vrplan.cli.plan import party_id
from vrplan.cli.record.names import column_named, column_of, decision_of, entry_of, some_below
from vrplan.cli.record.options import Data, DryRun, Note, Source, given
from vrplan.cli.record.running import record

if TYPE_CHECKING:
    from vrplan.edit import Value
    from vrplan.model.plan import Plan
    from vrplan.record import Asked


class Kind(StrEnum):
    """What words can mean; the files know the same words."""

    ONGOING = "ongoing"
    RECURRING = "recurring"
    CONTINUES = "continues"
    ENDS = "ends"
    TRANSFERS = "transfers"
    DUE = "due"
    STARTS = "starts"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


EntryId = Annotated[
    str,
    typer.Argument(
        help="The id of an item or a focus area, or the name of a measure.", autocompletion=complete.entries
    ),
]
Some = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="ID",
        help="Of a focus area or measure: the words speak of this activity only; may be repeated.",
        autocompletion=complete.items,
    ),
]
Others = Annotated[
    list[str] | None,
    typer.Option(
        "--except",
        metavar="ID",
        help="Of a focus area or measure: the words do not speak of this activity; may be repeated.",
        autocompletion=complete.items,
    ),
]
Means = Annotated[
    Kind | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"What the words mean, where they cannot be read: {', '.join(Kind)}.",
    ),
]
MeansTo = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="PARTY",
        help="Whom the words mean, where they leave it out: id, name or alias.",
        autocompletion=complete.parties,
    ),
]
MeansFrom = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="The first day that they mean, where they leave it out."),
]
MeansUntil = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="The last day that they mean, where they leave it out."),
]


def status(
    item: EntryId,
    text: Annotated[str, typer.Argument(help="The words, as they were decided.")],
    column: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The column, decision or point that says so: gf-2018-06-14/5.",
            autocompletion=complete.authorities,
        ),
    ],
    only: Some = None,
    except_: Others = None,
    kind: Means = None,
    to: MeansTo = None,
    from_: MeansFrom = None,
    until: MeansUntil = None,
    note: Note = None,
    source: Source = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="The git revision in which the decision is not written down yet. [default: HEAD, the last commit]",
        ),
    ] = None,
    data: Data = None,
    dry_run: DryRun = False,
) -> None:
    """Record a status text under the authority that decided it."""

    def asked(plan: Plan) -> Asked:
        from vrplan.record import NewStatus

        entry, path = entry_of(plan, item)
        facts: dict[str, Value] = {
            "only": some_below(plan, entry, path, only or ()),
            "except": some_below(plan, entry, path, except_ or ()),
            "means": _means(plan, kind, to, from_, until),
            **given({"source": source, "note": note}),
        }
        said = {key: value for key, value in facts.items() if value or isinstance(value, str)}
        return NewStatus(entry, path, column_of(plan, column), text, said)

    record(asked, data, dry_run, against=against)


def _means(
    plan: Plan, kind: str | None, to: str | None, from_: str | None, until: str | None
) -> dict[str, str]:
    return given(
        {
            "kind": kind,
            "recipient": party_id(plan, to) if to is not None else None,
            "from": day("--from", from_).isoformat() if from_ is not None else None,
            "to": day("--until", until).isoformat() if until is not None else None,
        }
    )


def column(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A new name such as Justert HP 2018; or one that is adopted now."
        ),
    ],
    proposed_by: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The decision that proposed it.", autocompletion=complete.decisions),
    ] = None,
    adopted_by: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The decision that adopted it.", autocompletion=complete.decisions),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option(metavar="YEAR", help="The year that its words mean. [default: the plan's first]"),
    ] = None,
    note: Note = None,
    source: Source = None,
    data: Data = None,
    dry_run: DryRun = False,
) -> None:
    """Record a revision of the plan, or that one was adopted."""

    def asked(plan: Plan) -> Asked:
        from vrplan.record import NewColumn

        facts = given(
            {
                "proposed_by": decision_of(plan, proposed_by) if proposed_by is not None else None,
                "adopted_by": decision_of(plan, adopted_by) if adopted_by is not None else None,
                "year": year,
                "source": source,
                "note": note,
            }
        )
        there = column_named(plan, name)
        _insist_on_news(plan, there, facts)
        return NewColumn(there or name, there is not None, facts)

    record(asked, data, dry_run)


def _insist_on_news(plan: Plan, there: str | None, facts: dict[str, str]) -> None:
    """Of a column that is there only what it does not say yet can be recorded."""
    if there is None:
        return
    if not facts:
        fail(f"{there} is there already; say what is new of it: --adopted-by")
    for key in facts:
        if said := getattr(plan.columns[there], key):
            fail(f"{there} says already {key}: {said}; what was decided stays")
