"""Whether the bytes are a Word file that may be opened: not another format, not protected, and no trap."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from vrplan.findings import N_
from vrplan.importers.finished import damage_told
from vrplan.importers.paper import Unreadable

_MEGABYTE: Final = 1 << 20
_MOST_OF_A_PART: Final = 100 * _MEGABYTE
_MOST_OF_ALL: Final = 300 * _MEGABYTE
_MOST_PARTS: Final = 5_000
_STEEPEST: Final = 400
"""A part may be packed so many times smaller; text in Word's XML seldom reaches 50, a bomb has 1,000."""
_FLAT: Final = 10 * _MEGABYTE
"""A part below this size may be packed as steeply as it will."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE: Final = re.compile(
    rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|<\x00?!\x00?E\x00?N\x00?T\x00?I\x00?T\x00?Y"
)
_NAMED_ENCODING: Final = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)")


def check_package(data: bytes, name: str) -> None:
    """Raises `Unreadable` unless it is a Word file that is safe to open; nothing is unpacked beyond the bounds."""
    _check_format(data, name)
    with damage_told(name, N_("a .docx")), zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        _check_sizes(parts, name)
        if "word/document.xml" not in {part.filename for part in parts}:
            raise Unreadable(
                "{name} is not a Word document: there is no text in it that Word would open", name=name
            )
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _check_xml(package.read(part), name)


def _check_format(data: bytes, name: str) -> None:
    if not data:
        raise Unreadable("{name} is empty", name=name)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable(
                "{name} is protected with a password: save it without one and import that", name=name
            )
        raise Unreadable(
            "{name} is in the old Word format (.doc): open it in Word and save it as .docx", name=name
        )
    if data.startswith(b"{\\rtf"):
        raise Unreadable("{name} is in the format RTF: open it in Word and save it as .docx", name=name)
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise Unreadable("{name} is not a .docx, whatever its name says", name=name)


def _check_sizes(parts: list[zipfile.ZipInfo], name: str) -> None:
    """By the directory of the package: zipfile reads no more of a part than stands there."""
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(
            "{name} is protected with a password: save it without one and import that", name=name
        )
    is_steep = any(
        part.file_size > _FLAT and part.file_size > _STEEPEST * max(part.compress_size, 1) for part in parts
    )
    is_huge = sum(part.file_size for part in parts) > _MOST_OF_ALL or len(parts) > _MOST_PARTS
    if is_steep or is_huge or any(part.file_size > _MOST_OF_A_PART for part in parts):
        raise Unreadable("{name} would unpack to far more than a paper holds: it was not opened", name=name)


def _check_xml(xml: bytes, name: str) -> None:
    """Word writes no document type and no entity: they serve to read other files, or to swell without end."""
    start = xml[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
    encoding = _NAMED_ENCODING.search(xml[:200])
    is_usual = encoding is None or encoding[1].lower() in (b"utf-8", b"utf-16", b"us-ascii")
    if _DOCTYPE.search(xml) or not start.startswith(b"<") or not is_usual:
        raise Unreadable(
            "{name} holds XML that Word does not write (a document type or entities): it was not opened",
            name=name,
        )
