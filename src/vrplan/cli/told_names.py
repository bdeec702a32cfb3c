"""The names of states and levels in options: the keys of JSON and CSV, or the words that reports tell them by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, get_args

from vrplan.cli.options import unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vrplan.as_of import State
    from vrplan.model.plan import Level
    from vrplan.render.language import Language

Key = TypeVar("Key", bound=str)


def states_called(names: Sequence[str] | None, language: Language) -> frozenset[State]:
    """The states that are named; an unknown name ends the command, with all names in this language."""
    if not names:
        return frozenset()
    from vrplan.as_of import State
    from vrplan.render.wording.terms import state_name

    return _called("state", names, tuple(State), lambda state: [state_name(state)], language)


def levels_called(names: Sequence[str] | None, language: Language) -> frozenset[Level]:
    """The levels that are named, by the word for one item or for several; an unknown name ends the command."""
    if not names:
        return frozenset()
    from vrplan.model.plan import Level
    from vrplan.render.wording.terms import level_name

    levels: tuple[Level, ...] = get_args(Level)
    return _called(
        "level", names, levels, lambda level: [level_name(level, 1), level_name(level, 2)], language
    )


def state_names(language: Language) -> list[str]:
    """The names that states are completed by: their keys, and as they are told in this language."""
    from vrplan.as_of import State
    from vrplan.render.language import telling_in
    from vrplan.render.wording.terms import state_name

    with telling_in(language):
        return list(dict.fromkeys([*State, *(_plain(state_name(state)) for state in State)]))


def _called(
    what: str,
    names: Sequence[str],
    keys: Sequence[Key],
    told: Callable[[Key], Sequence[str]],
    language: Language,
) -> frozenset[Key]:
    """The keys of a closed list that are named: by themselves, or as told in any language, this one before others."""
    from vrplan.render.language import LANGUAGES, telling_in

    known = {_plain(key): key for key in keys}
    for one in (language, *LANGUAGES):
        with telling_in(one):
            for key in keys:
                for word in told(key):
                    known.setdefault(_plain(word), key)
    with telling_in(language):
        shown = [_plain(told(key)[0]) for key in keys]
    return frozenset(
        known[_plain(name)] if _plain(name) in known else unknown(what, name, shown) for name in names
    )


def _plain(name: str) -> str:
    """A name in any case, spelt as in options (in_transition, in-transition) or as told (in transition)."""
    return "_".join(name.casefold().replace("-", " ").split())
