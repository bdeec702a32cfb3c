"""A rule: its code, the function that finds what breaks it, and the page that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.findings import Code, Finding


class Rule(NamedTuple):
    """One thing that must be true: the function yields findings of this code, and its docstring is the rule's page."""

    code: Code
    finds: Callable[..., Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Page:
    """What somebody reads who asks about a code: what is checked, why, what breaks it, what to write instead."""

    code: Code
    what: str
    why: str
    example: str
    instead: str


def page(code: Code, text: str) -> Page:
    """The page in a docstring: its first paragraph, the others, and the blocks below `Example:` and `Instead:`."""
    told, example, instead = cleandoc(text), "", ""
    told, _, instead = told.partition("\nInstead:\n")
    told, _, example = told.partition("\nExample:\n")
    what, _, why = told.partition("\n\n")
    return Page(code, _paragraphs(what), _paragraphs(why), cleandoc("\n" + example), cleandoc("\n" + instead))


def _paragraphs(text: str) -> str:
    """Paragraphs without the line breaks that the source file gave them."""
    return "\n\n".join(" ".join(one.split()) for one in text.split("\n\n") if one.strip())
