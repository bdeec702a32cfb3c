"""`vrplan record`: what happened and what was decided, written into the files."""

from __future__ import annotations

import typer

from vrplan.cli.record import decided, events, texts

app = typer.Typer(
    name="record",
    help="Write what happened, or what was decided, into the files: those lines change, and no other.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)

for what, told in (
    ("done", "It was done."),
    ("ended", "It came to its end: the day is its last."),
    ("started", "It began, or began again."),
    ("cancelled", "It was given up, by a decision."),
):
    app.command(what, help=told)(events.plain(what))
app.command("transferred", help="It was handed over.")(events.hand_over("transferred"))
app.command("accepted", help="Its receiver confirms that it has taken it over.")(events.hand_over("accepted"))
app.command("postponed", help="It was put off, by a decision.")(events.postponed)
app.command("status", help="What a column, a decision or a point says of an item.")(texts.status)
app.command("column", help="A revision of the plan: who proposed it, who adopted it.")(texts.column)
app.command("decision", help="What a body decided; or further points of a decision.")(decided.decision)
