"""Stretches of text in a Word document: nothing in them is obeyed, and words of the plan are marked as Norwegian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from vrplan.render.language import language
from vrplan.render.safe import visible
from vrplan.render.wording.statements import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator

_NORWEGIAN = "nb-NO"
"""Words of the files may be bokmål or nynorsk, and Word knows no mark for both."""


def runs(text: str, own: str | None = None) -> Iterator[Any]:
    """A text in runs; in a paper of another language `own` words of the plan in it are marked, and what is quoted."""
    text = _spaced(text)
    if language() == "nb":
        yield _run(text)
        return
    before, found, after = text.partition(visible(own)) if own else (text, "", "")
    for part, is_own in ((before, False), (found, True), (after, False)):
        for one in [part] if is_own else QUOTED.split(part):
            if one:
                yield _run(one, own=is_own or QUOTED.fullmatch(one) is not None)


def run(text: str, *, bold: bool = False) -> Any:
    """A run of text, in which nothing is obeyed."""
    return _run(_spaced(text), bold=bold)


def field(instruction: str, shown: str) -> Any:
    """A field that Word computes, such as the number of the page; until then it shows this."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), instruction)
    made.append(run(shown))
    return made


def _spaced(text: str) -> str:
    """A text made visible; a blank at its end stays one, for what follows it."""
    return visible(text) + (" " if text[len(text.rstrip()) :] else "")


def _run(shown: str, *, bold: bool = False, own: bool = False) -> Any:
    made = OxmlElement("w:r")
    if bold or own:
        made.append(_properties(bold=bold, own=own))
    text = OxmlElement("w:t")
    text.text = shown
    text.set(qn("xml:space"), "preserve")
    made.append(text)
    return made


def _properties(*, bold: bool, own: bool) -> Any:
    """How a run looks, and the language of its words where that is not the document's."""
    made = OxmlElement("w:rPr")
    if bold:
        made.append(OxmlElement("w:b"))
    if own:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), _NORWEGIAN)
        made.append(mark)
    return made
