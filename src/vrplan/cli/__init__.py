"""The command line: options in, one call, one echo, exit code. Each command imports what it needs by itself."""

from __future__ import annotations

import typer

from vrplan.cli.commands import Commands, announced

app = typer.Typer(
    name="vrplan",
    cls=Commands,
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
    ("status", "What runs, what has ended, on a date?"),
    ("transfers", "What goes to whom?"),
    ("why", "Which decision says so?"),
    ("decisions", "What was decided, and what follows from it?"),
    ("timeline", "What is dated, in order and as bars?"),
    ("diff", "What differs between two dates, columns or versions?"),
    ("agenda", "What is next?"),
    ("closeout", "May the doors close?"),
    ("site", "What do those see who never open a terminal?"),
    ("read", "How is a text understood?"),
    ("check", "Are the files in order?"),
    ("rule", "What does a code mean?"),
    ("schema", "What may the files hold?"),
    ("new", "How do I begin a plan of my own?"),
    ("import", "How do I begin with the paper that I have?"),
    ("record", "What happened, or was decided?"),
    ("export", "The plan in other programs' forms"),
):
    app.command(command, short_help=question)(announced)
