"""Office files and other packages without the moment at which they were made."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that the form of a package knows."""


def undated(package: bytes) -> bytes:
    """The same package with the same parts in their order, so that the same content gives the same bytes."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as made, ZipFile(file, "w") as plain:
        for part in made.infolist():
            plain.writestr(ZipInfo(part.filename, _NO_DAY), made.read(part), ZIP_DEFLATED)
    return file.getvalue()
