"""The comments of a draft, in the language of whoever reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from vrplan.findings import Told, Value

Tell: TypeAlias = Callable[[Value], str]
"""Tells words of ours; `str` tells them in English."""


def comment(tell: Tell, words: Told) -> list[str]:
    """The lines of a comment, broken where the words are."""
    return [f"# {line}" for line in tell(words).split("\n")]


def todo(tell: Tell, key: str, words: Told) -> str:
    """What somebody must still say under a key."""
    return f"# TODO {key}: {tell(words)}"
