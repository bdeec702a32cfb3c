"""The pages of rules: for a terminal or a pipe, and as Markdown."""

from __future__ import annotations

from itertools import groupby
from textwrap import fill, indent
from typing import TYPE_CHECKING

from vrplan.render.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrplan.rules.rule import Page, Shown

FAMILIES = {
    "VR0": N_("VR0xx: the file"),
    "VR1": N_("VR1xx: its shape"),
    "VR2": N_("VR2xx: references"),
    "VR3": N_("VR3xx: reading and dates"),
    "VR4": N_("VR4xx: authority"),
    "VR5": N_("VR5xx: hand-over and closing"),
    "VR6": N_("VR6xx: sources"),
    "VR7": N_("VR7xx: the edit itself"),
}
"""What codes are about, by how they begin."""

_OPENING = """\
# What the codes mean

There is a page here for every finding that `vrplan check` can tell: what is looked at, why it matters, an example
that triggers it, and what to write instead. `vrplan rule VR301` shows a page on the screen, and [the
gallery](errors.md) shows each finding as it is told.

An error has to be mended before the plan can be reported on. A warning or an info lets reports run; when you have
looked at it and it may stand, accept it in its place, with the reason: `accept: {VR404: Protokollen er bestilt}`.

This file is made from the program, by `vrplan rule --all --format md`; the words are changed there.
"""


def as_text(pages: Iterable[Page], width: int | None) -> str:
    """The pages one after the other, wrapped to a terminal's width; in a pipe (None) a paragraph is one line."""
    return "\n\n".join(_text(one, width) for one in pages)


def listing(pages: Sequence[Page]) -> str:
    """All codes with their names and weights, in families, and how to get a page."""
    wide = max(len(one.code.name) for one in pages)
    lines: list[str] = []
    for key, some in groupby(pages, key=_family):
        lines += [_(FAMILIES[key])]
        lines += [f"  {one.code.code}  {one.code.name.ljust(wide)}  {one.code.severity}" for one in some]
        lines.append("")
    more = _("vrplan rule CODE tells what one means, vrplan rule --all what all do.")
    return "\n".join([*lines, more, ""])


def as_markdown(one: Page) -> str:
    """One page as a Markdown document."""
    return "\n".join(_markdown(one, "#"))


def reference(pages: Sequence[Page]) -> str:
    """All pages as one Markdown document, in families, with a table of contents."""
    families = [(_(FAMILIES[key]), list(some)) for key, some in groupby(pages, key=_family)]
    lines = [_OPENING]
    for title, some in families:
        lines += [
            f"**[{title}](#{anchor(title)})**",
            "",
            "| code | name | | what must be so |",
            "| --- | --- | --- | --- |",
        ]
        lines += [_row(one) for one in some] + [""]
    for title, some in families:
        lines += [f"## {title}", "", *(line for one in some for line in _markdown(one, "###"))]
    return "\n".join(lines)


def heading(one: Page) -> str:
    """What a page is headed by, here and wherever it is linked to."""
    return f"{one.code.code} {one.code.name}"


def anchor(title: str) -> str:
    """The address of a heading within its document, as GitHub and most others make it."""
    return "".join(sign for sign in title.lower().replace(" ", "-") if sign.isalnum() or sign == "-")


def _family(one: Page) -> str:
    return one.code.code[: len("VR0")]


def _text(one: Page, width: int | None) -> str:
    lines = [f"{heading(one)} ({one.code.severity})", "", _wrapped(one.what, width, ""), ""]
    why = "\n\n".join(_wrapped(part, width, "  ") for part in one.why.split("\n\n"))
    for title, told in (
        (_("Why it matters"), why),
        (_("Example"), _text_of(one.example, width)),
        (_("Instead"), _text_of(one.instead, width)),
    ):
        lines += [title, told, ""]
    return "\n".join(lines)


def _text_of(shown: Shown, width: int | None) -> str:
    return indent(shown.text, "  ") if shown.lines else _wrapped(shown.text, width, "  ")


def _wrapped(text: str, width: int | None, margin: str) -> str:
    if width is None:
        return margin + text
    return fill(text, width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)


def _markdown(one: Page, level: str) -> list[str]:
    return [
        f"{level} {heading(one)}",
        "",
        f"*{one.code.severity}*: **{one.what}**",
        "",
        one.why,
        "",
        *_markdown_of(_("Example"), one.example),
        *_markdown_of(_("Instead"), one.instead),
    ]


def _markdown_of(title: str, shown: Shown) -> list[str]:
    if not shown.lines:
        return [f"{title}: {shown.text}", ""]
    return [f"{title}:", "", "```yaml", shown.text, "```", ""]


def _row(one: Page) -> str:
    code = one.code
    return f"| [{code.code}](#{anchor(heading(one))}) | {code.name} | {code.severity} | {one.what} |"
