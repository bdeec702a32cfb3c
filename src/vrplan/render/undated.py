"""Office files without the moment at which they were made, and sealed: whether somebody has saved one since is seen."""

from __future__ import annotations

import io
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from vrplan.importers.paper import SEALED

if TYPE_CHECKING:
    from pathlib import Path

UNSEALED = f"{SEALED}unsealed"
"""What a file is to say as its identifier (a fact about it that people do not see): the seal is put there."""
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that the form of a package knows."""
_FACTS = "docProps/core.xml"
_MOST = 100_000


def undated(package: bytes) -> bytes:
    """The same package with the same parts in their order, so that the same content gives the same bytes."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as made, ZipFile(file, "w") as plain:
        for part in made.infolist():
            content = made.read(part)
            if part.filename == _FACTS:
                content = content.replace(UNSEALED.encode(), _seal(made))
            plain.writestr(ZipInfo(part.filename, _NO_DAY), content, ZIP_DEFLATED)
    return file.getvalue()


def is_untouched(file: Path) -> bool:
    """Whether the file is one that was sealed and nobody has saved since. Raises OSError when it cannot be read."""
    try:
        with ZipFile(file) as package, package.open(_FACTS) as facts:
            return _seal(package) in facts.read(_MOST)
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error):
        return False


def _seal(package: ZipFile) -> bytes:
    """What no package with other parts has; of the one that holds the seal itself only the name counts."""
    parts = [f"{one.filename}\0{0 if one.filename == _FACTS else one.CRC}\n" for one in package.infolist()]
    return f"{SEALED}{sha256(''.join(parts).encode()).hexdigest()}".encode()
