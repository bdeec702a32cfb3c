"""The styles of the paper: those of the template, and where it lacks one, a plain one of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document

_TYPE = "Arial"
"""Every computer has it, or one that is as wide."""
_DARK = RGBColor(0x1F, 0x2A, 0x44)
_SIZES = {
    "Title": 18.0, "Subtitle": 12.0, "Heading 1": 15.0, "Heading 2": 12.5, "Caption": 9.5, "Table Text": 9.0,
    "Table Heading": 9.0, "Footer": 8.0,
}  # fmt: skip
_ABOVE = {"Heading 1": 18, "Heading 2": 14, "Caption": 12, "Table Text": 2, "Table Heading": 2}
_COLOURED = frozenset({"Title", "Subtitle", "Heading 1", "Heading 2", "Caption"})
_OF_WORD = frozenset(
    {"Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "List Bullet", "Table Grid", "Footer"}
)
"""The styles that Word knows by themselves; those of the others are ours."""
_STRONG = frozenset({"Title", "Heading 1", "Heading 2", "Table Heading"})
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def style_id(document: Document, name: str) -> str:
    """The id of a style in the document; one that it lacks, or has for something else, is made."""
    kind = WD_STYLE_TYPE.TABLE if name == "Table Grid" else WD_STYLE_TYPE.PARAGRAPH
    for called in (name, f"{name} (vrplan)"):
        named = [style for style in document.styles if style.name == called]
        if not named:
            return _made(document, called, name, kind)
        for style in named:
            if style.type == kind:
                return str(style.style_id)
    raise ValueError(name)  # a template that has both for something else is no sound one


def _made(document: Document, called: str, name: str, kind: WD_STYLE_TYPE) -> str:
    """The id of a new style that looks as the one of this name should."""
    style: Any = document.styles.add_style(called, kind, builtin=called in _OF_WORD)
    if kind == WD_STYLE_TYPE.TABLE:
        _draw_lines(style)
    else:
        _set(style, name)
    return str(style.style_id)


def plain_look(document: Document) -> None:
    """One type through the paper, dark headings without lines: for a document without a template."""
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(10)
    _one_type(normal)
    normal.paragraph_format.space_after = Pt(6)
    for name in _SIZES:
        style_id(document, name)
        style: Any = document.styles[name]
        _one_type(style)
        _set(style, name)
    for lines in document.styles["Title"].element.iter(qn("w:pBdr")):
        lines.getparent().remove(lines)


def _set(style: Any, name: str) -> None:
    """How a style looks: its size, its weight, its room, and that a heading stays with what it heads."""
    style.font.size = Pt(_SIZES.get(name, 10.5))
    style.font.bold, style.font.italic = name in _STRONG, False
    if name in _COLOURED:
        style.font.color.rgb = _DARK
    style.paragraph_format.space_before = Pt(_ABOVE.get(name, 0))
    style.paragraph_format.space_after = Pt(2 if name in {"Table Text", "Table Heading", "Subtitle"} else 4)
    style.paragraph_format.keep_with_next = name in {"Title", "Heading 1", "Heading 2", "Caption"}
    if name.startswith("Heading ") or name == "Title":
        _set_level(style, 0 if name == "Title" else int(name[-1]) - 1)


def _set_level(style: Any, level: int) -> None:
    """Make a style a heading for whoever walks through the document by its headings."""
    about = style.element.get_or_add_pPr()
    if about.find(qn("w:outlineLvl")) is None and style.name != "Title":
        mark = OxmlElement("w:outlineLvl")
        mark.set(qn("w:val"), str(level))
        about.append(mark)


def _one_type(style: Any) -> None:
    """The types of a theme go before a named one: take them away."""
    style.font.name = _TYPE
    for fonts in style.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), _TYPE)


def _draw_lines(style: Any) -> None:
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
    lines = parse_xml(f"<w:tblPr {nsdecls('w')}><w:tblBorders>{sides}</w:tblBorders></w:tblPr>")
    style.element.append(lines)
