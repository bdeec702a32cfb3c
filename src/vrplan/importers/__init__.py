"""A meeting paper to a draft plan."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from vrplan.importers.decoded import wide_letters_of
from vrplan.importers.paper import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

__all__ = ["Unreadable", "form_of", "read_paper"]

_BY_SUFFIX = {
    ".docx": "docx",
    ".docm": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".pdf": "pdf",
}
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WIDE_TEXTS = (b"\xff\xfe", b"\xfe\xff")
_BEGINNING = 4096


def read_paper(name: str, data: bytes) -> Paper:
    """Read a paper. What it holds counts for more than what its name ends with. Raises Unreadable."""
    module = form_of(name, data)
    read = getattr(import_module(f"vrplan.importers.{module}"), f"read_{module}")
    paper = cast("Callable[[bytes, str], Paper]", read)(data, name)
    return replace(paper, sha256=sha256(data).hexdigest())


def form_of(name: str, data: bytes) -> str:
    """The form of a paper: docx, html, markdown, plain_text or pdf. Raises Unreadable for what is none of them."""
    beginning = data[:_BEGINNING]
    if not beginning.strip():
        raise Unreadable("{name} is empty", name=name)
    if beginning.startswith(_OLD_OFFICE):
        raise Unreadable(
            "{name} is an old Word file or has a password; save it as .docx without one", name=name
        )
    if b"%PDF-" in beginning[:1024]:
        return "pdf"
    if beginning.startswith(b"PK\x03\x04"):
        return "docx"
    suffix = PurePath(name).suffix.lower()
    if suffix in {".docx", ".docm", ".pdf"} and b"\0" not in beginning and not _is_html(beginning):
        raise Unreadable("{name} is no {form} file, whatever its name says", name=name, form=suffix[1:])
    is_wide = beginning.startswith(_WIDE_TEXTS) or wide_letters_of(beginning) is not None
    if b"\0" in beginning and not is_wide:
        raise Unreadable("{name} is neither a text nor a .docx or .pdf file", name=name)
    if _is_html(beginning):
        return "html"
    return _BY_SUFFIX.get(suffix, "plain_text")


def _is_html(beginning: bytes) -> bool:
    return beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML)
