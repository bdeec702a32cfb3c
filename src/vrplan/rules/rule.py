"""A rule: its code, the function that finds what breaks it, and the page that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.findings import Code, Finding


class Rule(NamedTuple):
    """One thing that must be true: the function yields findings of this code, and its docstring is the rule's page."""

    code: Code
    finds: Callable[..., Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a file: lines as they are written, or a sentence where lines cannot show it."""

    text: str
    lines: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What somebody reads who asks about a code: what is checked, why, what breaks it, what to write instead."""

    code: Code
    what: str
    why: str
    example: Shown
    instead: Shown


def page(code: Code, text: str) -> Page:
    """The page in a docstring: its first paragraph, the others, and what stands below `Example:` and `Instead:`."""
    told, _, shown = cleandoc(text).partition("\nExample:\n")
    example, _, instead = shown.partition("\nInstead:\n")
    what, _, why = told.partition("\n\n")
    return Page(code, _paragraphs(what), _paragraphs(why), _shown(example), _shown(instead))


def _shown(block: str) -> Shown:
    """An indented block is lines of a file; any other is a sentence."""
    if block.startswith(" "):
        return Shown(dedent(block).strip("\n"), lines=True)
    return Shown(_paragraphs(block), lines=False)


def _paragraphs(text: str) -> str:
    """Paragraphs without the line breaks that the source file gave them."""
    return "\n\n".join(" ".join(one.split()) for one in text.split("\n\n") if one.strip())
