"""`vrplan rule`: what a code means."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli import complete
from vrplan.cli.options import Colour, Output, Width, fail, unknown
from vrplan.cli.screen import emit, screen

if TYPE_CHECKING:
    from vrplan.rules.rule import Page


class PageFormat(StrEnum):
    """The forms of a page."""

    TEXT = "text"
    MD = "md"


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            help="A code or its name: VR301, unread-text. Without it: all codes with their names.",
            autocompletion=complete.codes,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="The pages of all codes.")] = False,
    format: Annotated[  # noqa: A002 - the option's own name
        PageFormat | None,
        typer.Option(
            "--format",
            help="The form of the page. [default: what the name of the output file says, else text]",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    width: Width = None,
) -> None:
    """What a code means: what is looked at, why it matters, an example, what to write instead."""
    from vrplan.render import rule_pages
    from vrplan.rules.every import pages

    if code is not None and every:
        fail("name a code or ask for --all, not both")
    known = pages()
    found = known if code is None else [_called(code, known)]
    is_markdown = format is PageFormat.MD or (
        format is None and output is not None and output.suffix == ".md"
    )
    if code is None and not every:
        if is_markdown:
            fail("the list of codes is text; for the pages as Markdown ask for --all, or name a code")
        emit(rule_pages.listing(known), output)
    elif is_markdown:
        emit(rule_pages.reference(found) if code is None else rule_pages.as_markdown(found[0]), output)
    else:
        layout = screen(output, Colour.NEVER, width)
        emit(rule_pages.as_text(found, layout.width if layout else None), output)


def _called(name: str, pages: list[Page]) -> Page:
    """The page of the code with this number or name, in any case; an unknown one ends the command."""
    by_name = {one.code.code: one for one in pages} | {one.code.name: one for one in pages}
    folded = {known.casefold(): one for known, one in by_name.items()}
    key = name.strip().casefold()
    if key not in folded:
        unknown("code", name, by_name)
    return folded[key]
