"""The permanent address of every page, relative to the top of the site."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import combining, normalize
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""What no file can be called on Windows, whatever its suffix."""
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_OTHERS = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ł": "l"})
"""What does not fall apart into a plain letter and its accent."""
_LONGEST = 60
"""So many letters leave room below the length of a name that every file system takes."""
_DIGITS = 10
"""So many hexadecimal digits tell names apart that are alike in plain letters: by fewer, some are soon found alike."""


class Addresses:
    """Which page belongs to which name of one kind (items, decisions, parties …): no two share a page."""

    def __init__(self, folder: str, ids: Mapping[str, str]) -> None:
        """Give every name its page in a folder, by its id."""
        self._pages = {name: f"{folder}/{plain(one)}.html" for name, one in ids.items()}

    def __getitem__(self, name: str) -> str:
        """The page of a name."""
        return self._pages[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in their order."""
        return iter(self._pages)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def pages(self) -> Iterable[str]:
        """All the pages."""
        return self._pages.values()

    def get(self, name: str | None) -> str | None:
        """The page of a name; None where it has none."""
        return self._pages.get(name) if name is not None else None


def outside(address: str | None) -> str | None:
    """An address on the web, where the files give one that a page may lead to; None for anything else.

    It is what it looks like: http or https, a host with nobody's name or password before it, plain ASCII, no spaces.
    """
    if address is None or not _PLAIN_ADDRESS.fullmatch(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.hostname and "@" not in parts.netloc else None


def of_day(day: date) -> str:
    """The page that shows the plan on a day."""
    return f"dates/{day.isoformat()}.html"


def way_to(page: str, other: str) -> str:
    """The link from one page to another, which works wherever the site lies."""
    return "../" * page.count("/") + other


def plain(name: str) -> str:
    """A name in plain letters and digits, fit for an address or an anchor.

    Names come from the files: made plain, none leads out of its folder. One that is plain already stays as it is. Any
    other is told apart by a few digits that are made from it alone (SHA-256): what else there is, now or later,
    changes no address.
    """
    parted = normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in parted if not combining(letter))
    found = _OTHERS.sub("-", letters).strip("-")[:_LONGEST].strip("-")
    if found and found == name and not _DEVICE.fullmatch(name):
        return name
    digits = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{found}-{digits}".lstrip("-")
