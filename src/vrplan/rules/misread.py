"""Findings that come from a look-alike, told as that: once, where the strange character stands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from vrplan.findings import Finding, Path, Related, Severity
from vrplan.model.values import Id
from vrplan.rules.characters import plain, strange_in
from vrplan.rules.lookalikes import LOOK_ALIKE, STRANGE_NAME, names_given, strange_finding, words_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.load import Loaded

CODES = (LOOK_ALIKE,)

_NOT_FOUND = {
    "VR101": "key",
    "VR105": "value",
    **dict.fromkeys(("VR201", "VR202", "VR203", "VR204", "VR207", "VR208"), "name"),
}
"""The findings about a word that nothing is called, and by which name they hold it; `near` is the likest there is."""
_NOT_FORMED = {
    "VR104": r"[0-9]{4}(-[0-9]{2}){0,2}|[0-9]{2}-[0-9]{2}",
    "VR106": get_args(Id)[1].pattern,
    "VR108": r"[0-9]{4}",
}
"""The findings about a value that has not the form that it must have, and that form."""
_READ = frozenset({"VR210", "VR301"})
"""The findings about the words of a status text, which may hold any character, and are not always read then."""
_SHOWN = 3
"""So many of the places that a name is to blame for are shown."""
_INDENTATION = "[ \t]*[\xa0\u2000-\u200b\u202f\u3000\ufeff]"


def told_by_characters(findings: Iterable[Finding], loaded: Loaded) -> list[Finding]:
    """The findings, where a look-alike is to blame with its name and place instead of what follows from it."""
    told = [_told_by_its_value(one, loaded) for one in findings]
    mistyped = {_typed_key(one) for one in told if one.code is LOOK_ALIKE}
    told = [one for one in told if one.code.code != "VR102" or _missing_key(one) not in mistyped]
    blamed: dict[str, list[Finding]] = {}
    for one in told:
        near = _written(one, "near")
        if one.code.code in _NOT_FOUND and strange_in(near) and _looks_like_what_is_there(one):
            blamed.setdefault(near, []).append(one)
    return _with_culprits(told, blamed, loaded) if blamed else told


def _told_by_its_value(one: Finding, loaded: Loaded) -> Finding:
    """The finding, or the look-alike in the very value that it is about."""
    code = one.code.code
    if code == "VR002":
        return _told_by_its_indentation(one, loaded)
    if code in _READ:
        return _told_by_its_text(one)
    if code in _NOT_FOUND:
        value = _written(one, _NOT_FOUND[code])
        strange = strange_in(value) if _looks_like_what_is_there(one) else []
    elif code in _NOT_FORMED:
        value = _written(one, "value")
        strange = strange_in(value, dashes=True)
        if not re.fullmatch(_NOT_FORMED[code], plain(value, strange)):
            return one
    else:
        return one
    weight = LOOK_ALIKE if one.code.severity is Severity.ERROR else STRANGE_NAME
    return strange_finding(weight, one.spot, value, strange) if strange else one


def _looks_like_what_is_there(one: Finding) -> bool:
    """Whether the word that nothing is called looks just like one that something is."""
    value, near = _written(one, _NOT_FOUND[one.code.code]), _written(one, "near")
    return plain(value, strange_in(value)).casefold() == plain(near, strange_in(near)).casefold()


def _told_by_its_indentation(one: Finding, loaded: Loaded) -> Finding:
    """A line that begins with spaces of another kind is not indented at all, and what follows is not understood."""
    if one.place is None:
        return one
    for line in loaded.sources[one.place.file].lines[max(0, one.place.line - 2) : one.place.line]:
        if begins := re.match(_INDENTATION, line):
            first = strange_in(begins[0])[-1]
            advice = (
                "a line is indented with {what} ({point}) here or just above: indent it with plain spaces"
            )
            return replace(one, advice=advice, values={**one.values, **words_for(first)})
    return one


def _told_by_its_text(one: Finding) -> Finding:
    """A text that is not read because of a letter of another alphabet, or of one that nobody sees."""
    strange = [sign for sign in strange_in(_written(one, "text")) if sign.meant != " "]
    if not strange:
        return one
    advice = "character {at} of the text is {what} ({point}): type the text as the paper shows it"
    return replace(one, advice=advice, values={**one.values, **words_for(strange[0])})


def _with_culprits(told: list[Finding], blamed: dict[str, list[Finding]], loaded: Loaded) -> list[Finding]:
    """One finding for each name that is to blame, instead of those about the places where it is typed."""
    given = {name: spot for spot, name in names_given(loaded.judged) if name in blamed}
    found: list[Finding] = []
    for name, spot in given.items():
        culprit = strange_finding(LOOK_ALIKE, spot, name, strange_in(name))
        related = tuple(Related("{plain} is written here", one.spot) for one in blamed[name][:_SHOWN])
        found.append(replace(culprit, related=related))
    over = {id(one) for name in given for one in blamed[name]}
    kept = (one for one in told if id(one) not in over)
    return found + [one for one in kept if one.code is not STRANGE_NAME or one.spot not in given.values()]


def _written(one: Finding, name: str) -> str:
    """A value of a finding that is the user's own text; empty where it has none."""
    return str(one.values.get(name, ""))


def _typed_key(one: Finding) -> tuple[str, Path, str]:
    return one.spot.file, one.spot.path[:-1], _written(one, "plain")


def _missing_key(one: Finding) -> tuple[str, Path, str]:
    return one.spot.file, one.spot.path, _written(one, "key")
