"""The order of names for a reader: that of the Norwegian alphabet, in which æ, ø and å come last."""

from __future__ import annotations

from unicodedata import combining, normalize

_LAST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
"""The signs that follow z in ASCII stand for the last letters; ä and ö are sorted as the letters they stand for."""


def alphabetical(name: str) -> tuple[str, str]:
    """The key to sort a name by, whatever the language that is told in: the names are those of the plan.

    Upper and lower case count as one, and a letter with another mark as the letter itself: é as e.
    """
    letters = normalize("NFC", name).casefold().translate(_LAST)
    return "".join(sign for sign in normalize("NFD", letters) if not combining(sign)), name
