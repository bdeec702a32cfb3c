"""What the styles of a Word file say of a paragraph: a heading of which level, and bold or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from vrplan.importers.docx_text import WORD, children, is_on, shown_runs, value_of

if TYPE_CHECKING:
    from docx.document import Document

_HEADING: Final = re.compile(r"(?:heading|overskrift|rubrik|otsikko)\s*([1-9])", re.IGNORECASE)
_CONTENTS: Final = re.compile(r"toc|innhold|table of", re.IGNORECASE)
_TITLES: Final = {"title", "tittel"}
_DEEPEST: Final = 50
"""A chain of styles, each based on another, is followed so far: a damaged file may hold a circle."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by their id, as Word's XML has them."""

    by_id: dict[str, Any]
    default: Any

    @classmethod
    def of(cls, document: Document) -> Styles:
        """The styles of that document."""
        styles = [style for style in document.styles.element if style.tag == f"{WORD}style"]
        default = [style for style in styles if _is_default_paragraph(style)]
        return cls(
            {str(style.get(f"{WORD}styleId")): style for style in styles}, default[0] if default else None
        )

    def heading_level(self, paragraph: Any) -> int | None:
        """The level of a heading, by its outline level, or the name of its style or of one that it is based on."""
        chain = self._chain(paragraph, "pPr", "pStyle")
        for holder in (paragraph, *chain):
            levels = [value_of(level) for level in children(holder, "pPr", "outlineLvl")]
            if levels and (levels[0] or "").isdecimal():
                return int(levels[0] or 0) + 1 if int(levels[0] or 0) < 9 else None
            name = next((value_of(name) or "" for name in children(holder, "name")), "")
            if found := _HEADING.fullmatch(name.strip()):
                return int(found[1])
            if name.strip().lower() in _TITLES:
                return 1
        return None

    def numbering(self, paragraph: Any) -> tuple[str, int]:
        """The list that it is an entry of and the level in that, counted from 0; an empty name for none."""
        name, level = "", None
        for holder in (paragraph, *self._chain(paragraph, "pPr", "pStyle")):
            for mark in children(holder, "pPr", "numPr", "ilvl"):
                level = value_of(mark) if level is None else level
            names = [value_of(mark) or "" for mark in children(holder, "pPr", "numPr", "numId")]
            if names:
                name = names[0]
                break
        return name, int(level) if level and level.isdecimal() and len(level) < 4 else 0

    def is_contents(self, paragraph: Any) -> bool:
        """Whether it is a line of the table of contents, whose tabs set apart no cells."""
        chain = self._chain(paragraph, "pPr", "pStyle")
        names = [value_of(name) or "" for style in chain for name in children(style, "name")]
        return any(_CONTENTS.match(name) for name in names)

    def is_strong(self, paragraph: Any) -> bool:
        """Whether all that is written in it is bold: each run by itself, by its style, or by the paragraph's."""
        runs = [run for run in shown_runs(paragraph) if "".join(run.itertext(f"{WORD}t")).strip()]
        by_paragraph = self._is_bold(self._chain(paragraph, "pPr", "pStyle"))
        return bool(runs) and all(self._run_is_bold(run, by_paragraph) for run in runs)

    def _run_is_bold(self, run: Any, by_paragraph: bool | None) -> bool:
        marks = children(run, "rPr", "b")
        by_style = self._is_bold(self._chain(run, "rPr", "rStyle"))
        said = is_on(marks[0]) if marks else by_style if by_style is not None else by_paragraph
        return bool(said)

    def _is_bold(self, chain: list[Any]) -> bool | None:
        return next((is_on(mark) for style in chain for mark in children(style, "rPr", "b")), None)

    def _chain(self, element: Any, holder: str, tag: str) -> list[Any]:
        """The style of a paragraph or run, the one that it is based on, and so on."""
        named = [value_of(style) or "" for style in children(element, holder, tag)]
        style = self.by_id.get(named[0]) if named else (self.default if holder == "pPr" else None)
        chain: list[Any] = []
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            based_on = [value_of(base) or "" for base in children(style, "basedOn")]
            style = self.by_id.get(based_on[0]) if based_on else None
        return chain


def _is_default_paragraph(style: Any) -> bool:
    return style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in ("1", "true", "on")
