"""The language that reports and findings are told in: English as written in the code, others from catalogues.

A message is written in English where it is told, in `_` (or `ngettext` where a number decides its form, or
`pgettext` where one English word has two meanings), as a template with named values: never in pieces that
another language would order in another way. A table of messages marks them with `N_` and tells them with `_`; one of
messages for one and for several marks them with `NN_`, and they are told with `ngettext`; with a context, `NNP_` and
`npgettext`.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

Language = Literal["en", "nb", "nn"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
"""English, bokmål, nynorsk."""

_told_in: ContextVar[Language] = ContextVar("told_in", default="en")


@contextmanager
def telling_in(language: Language) -> Iterator[None]:
    """Tell everything in this language until the end of the block."""
    before = _told_in.set(language)
    try:
        yield
    finally:
        _told_in.reset(before)


def language() -> Language:
    """The language that is told in now."""
    return _told_in.get()


def _(message: str) -> str:
    """A message in the language that is told in; nothing stays nothing (a catalogue keeps its own facts there)."""
    return _catalogue(_told_in.get()).gettext(message) if message else ""


def ngettext(one: str, several: str, number: int) -> str:
    """The message for so many."""
    return _catalogue(_told_in.get()).ngettext(one, several, number)


def pgettext(context: str, message: str) -> str:
    """A message whose English words mean something else elsewhere; `context` says what is meant."""
    return _catalogue(_told_in.get()).pgettext(context, message)


def npgettext(context: str, one: str, several: str, number: int) -> str:
    """The message for so many, where its English words mean something else elsewhere."""
    return _catalogue(_told_in.get()).npgettext(context, one, several, number)


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools find what is told later
    """Mark a message that stands in a table, for the catalogues; `_` tells it."""
    return message


def NN_(one: str, several: str) -> tuple[str, str]:  # noqa: N802
    """Mark the messages of a table for one and for several; `ngettext` tells them."""
    return one, several


def NP_(context: str, message: str) -> str:  # noqa: N802, ARG001 - the context is for the catalogues
    """Mark a message of a table whose English words mean something else elsewhere; `pgettext` tells it."""
    return message


def NNP_(context: str, one: str, several: str) -> tuple[str, str]:  # noqa: N802, ARG001 - as above
    """Mark the messages of a table for one and for several whose English words mean something else elsewhere."""
    return one, several


@cache
def _catalogue(language: Language) -> NullTranslations:
    if language == "en":
        return NullTranslations()
    from importlib.resources import files

    with (files("vrplan.render") / "locale" / language / "LC_MESSAGES" / "vrplan.mo").open("rb") as file:
        return GNUTranslations(file)
