"""A Word document before anything is written in it, and what is said of it as a whole: page, foot, language, facts."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from vrplan.render.as_docx.fields import has_number
from vrplan.render.as_docx.runs import field, run, runs
from vrplan.render.as_docx.styles import plain_look
from vrplan.render.language import _, language
from vrplan.render.safe import visible
from vrplan.render.undated import UNSEALED
from vrplan.render.wording import paper as told

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer

    from vrplan.reports.paper import MeetingPaper

_LANGUAGES = {"en": "en-GB", "nb": "nb-NO", "nn": "nn-NO"}
_LONG_SIDE, _SHORT_SIDE, _MARGIN = Mm(297), Mm(210), Mm(20)
_LONGEST_FACT = 255
"""So many characters a fact about the document takes."""
_LONGEST_FOOT = 200


def opened(template: bytes | None, *, wide: bool) -> Document:
    """The template as it is; without one, A4 in a plain look, on its side where `wide`."""
    if template is None:
        document = docx.Document()
        _set_page(document, wide=wide)
        plain_look(document)
        return document
    document = docx.Document(io.BytesIO(template))
    if document.element.body.sectPr is None:  # it says nothing of its page
        document.element.body.get_or_add_sectPr()
        _set_page(document, wide=wide)
    paragraphs = document.paragraphs
    if len(paragraphs) == 1 and not document.tables and _is_empty(paragraphs[0]._p):
        paragraphs[0]._p.getparent().remove(paragraphs[0]._p)
    return document


def _is_empty(line: Any) -> bool:
    """Whether it is the line that Word puts into an empty document: it holds neither text nor a picture."""
    return all(part.tag == qn("w:pPr") for part in line) and not line.xpath(".//w:sectPr")


def finish(document: Document, report: MeetingPaper) -> None:
    """Say of the document what it is, in which language, and on every page as of when."""
    _foot(document, told.on_every_page(report))
    _set_language(document)
    view, facts = report.view, document.core_properties
    day = view.clocks.date
    organisation = visible(view.plan.organisation)[:_LONGEST_FACT]
    facts.title = told.title(report)[:_LONGEST_FACT]
    facts.subject = told.on_every_page(report)[:_LONGEST_FACT]
    facts.author = facts.last_modified_by = organisation
    facts.identifier = UNSEALED
    facts.language = _LANGUAGES[language()]
    facts.comments = facts.keywords = ""
    facts.revision = 1
    facts.created = facts.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the form knows no zones


def _set_page(document: Document, *, wide: bool) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width = _LONG_SIDE if wide else _SHORT_SIDE
    section.page_height = _SHORT_SIDE if wide else _LONG_SIDE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def _foot(document: Document, text: str) -> None:
    """A line at the foot of each page, those too that have a foot of their own."""
    text = text if len(text) <= _LONGEST_FOOT else f"{text[: _LONGEST_FOOT - 1]}…"
    section = document.sections[-1]
    pages = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        pages.append((section.first_page_header, section.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        pages.append((section.even_page_header, section.even_page_footer))
    for header, footer in pages:
        is_numbered = any(
            not one.is_linked_to_previous and has_number(one._element) for one in (header, footer)
        )
        _line_at(footer, text, is_numbered=is_numbered)


def _line_at(footer: _Footer, text: str, *, is_numbered: bool) -> None:
    """The line at one foot; with the number of the page, where the template does not have it."""
    empty = [one for one in footer.paragraphs if not one.text and not len(one._p.xpath(".//w:r"))]
    line: Any = (empty[-1] if empty else footer.add_paragraph())._p
    line.extend(runs(text))
    if is_numbered:
        return
    before, _page, rest = _("Page {number} of {all}").format(number="\0", all="\1").partition("\0")
    between, _all, after = rest.partition("\1")
    line.append(run(f" – {before}"))
    line.append(field("PAGE", "1"))
    line.append(run(between))
    line.append(field("NUMPAGES", "1"))
    line.append(run(after))


def _set_language(document: Document) -> None:
    for mark in document.styles.element.xpath("w:docDefaults//w:lang"):
        mark.set(qn("w:val"), _LANGUAGES[language()])
