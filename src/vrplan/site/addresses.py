"""The permanent address of every page, relative to the top of the site."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING
from unicodedata import combining, normalize
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""What no file can be called on Windows, whatever its suffix."""
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_OTHERS = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ł": "l"})
"""What does not fall apart into a plain letter and its accent."""
_LONGEST = 60
"""So many letters leave room below the length of a name that every file system takes."""


class Addresses:
    """Which page belongs to which name of one kind (items, decisions, parties …): no two share a page."""

    def __init__(self, folder: str, names: Iterable[str]) -> None:
        """Give every name its page in a folder."""
        self._pages = {name: f"{folder}/{page}.html" for name, page in distinct(names).items()}

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


def distinct(names: Iterable[str]) -> dict[str, str]:
    """Each name in plain letters and digits, fit for an address or an anchor; no two are alike.

    Names come from the files: made plain, none leads out of its folder. One that is plain already stays as it is.
    Those that then differ in nothing else, or only in case, are numbered in the order of the file.
    """
    listed = list(dict.fromkeys(names))
    taken = {name for name in listed if _plain(name) == name}
    found: dict[str, str] = {}
    for name in listed:
        found[name] = name if _plain(name) == name else _free(_plain(name), taken)
        taken.add(found[name])
    return found


def _free(plain: str, taken: set[str]) -> str:
    numbered = (f"{plain}-{number}" for number in count(2))
    return plain if plain not in taken else next(page for page in numbered if page not in taken)


def _plain(name: str) -> str:
    parted = normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in parted if not combining(letter))
    plain = _OTHERS.sub("-", letters).strip("-")[:_LONGEST].strip("-") or "x"
    return f"{plain}-x" if _DEVICE.fullmatch(plain) else plain
