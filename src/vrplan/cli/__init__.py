"""The command line: options in, one call, one echo, exit code. Each command imports what it needs by itself."""

from __future__ import annotations

import typer

from vrplan.cli import (
    agenda,
    check,
    closeout,
    decisions,
    diff,
    export,
    import_,
    new,
    read,
    record,
    rule,
    schema,
    site,
    status,
    timeline,
    transfers,
    why,
)

app = typer.Typer(
    name="vrplan",
    help="Follow an action plan through a dissolution: what runs, what has ended, what went to whom, "
    "on any date, by which decision.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        from vrplan import __version__

        typer.echo(f"vrplan {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: bool = typer.Option(
        False, "--version", is_eager=True, callback=_tell_version, help="Print the version and exit."
    ),
) -> None:
    pass


for command, question in (
    (status.status, "What runs, what has ended, on a date?"),
    (transfers.transfers, "What goes to whom?"),
    (why.why, "Which decision says so?"),
    (decisions.decisions, "What was decided, and what follows from it?"),
    (timeline.timeline, "What is dated, in order and as bars?"),
    (diff.diff, "What differs between two dates, columns or versions?"),
    (agenda.agenda, "What is next?"),
    (closeout.closeout, "May the doors close?"),
    (site.site, "What do those see who never open a terminal?"),
    (read.read, "How is a text understood?"),
    (check.check, "Are the files in order?"),
    (rule.rule, "What does a code mean?"),
    (schema.schema, "What may the files hold?"),
    (new.new, "How do I begin a plan of my own?"),
):
    app.command(short_help=question)(command)
app.command("import", short_help="How do I begin with the paper that I have?")(import_.import_)
app.add_typer(record.app, short_help="What happened, or was decided?")
app.add_typer(export.app, short_help="The plan in other programs' forms")
