"""The small values of the files as JSON Schema: texts, ids, dates, lists, and what may be left empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from vrplan.days import FIRST_YEAR, LAST_YEAR
from vrplan.model.values import Day, Id, MonthDay, RoughDay, Text, Year
from vrplan.model.written import StatusText

if TYPE_CHECKING:
    from collections.abc import Callable

Schema = dict[str, Any]

OR_NOTHING = "_or_nothing"
"""The end of a definition's name where nothing may stand instead."""

_CENTURIES = range(FIRST_YEAR // 100, LAST_YEAR // 100 + 1)
_CENTURY = f"(?:{'|'.join(map(str, _CENTURIES))})"
_LEAP_CENTURIES = "|".join(f"{century}00" for century in _CENTURIES if century % 4 == 0)
_LEAP_YEAR = f"(?:{_CENTURY}(?:0[48]|[2468][048]|[13579][26])|{_LEAP_CENTURIES})"
_MONTH = "(?:0[1-9]|1[0-2])"
_MONTH_DAY = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_DAY = rf"(?:{_CENTURY}[0-9][0-9]-{_MONTH_DAY}|{_LEAP_YEAR}-02-29)"


def _text(**more: Any) -> Schema:
    """A text, as vrplan reads it: the number 35 and the word true are texts as they are written.

    Said as what it is not: told that a truth value fits, editors would propose true and false for every text.
    """
    string = {"type": "string", "errorMessage": "Write a text here."}
    return {"if": {"type": ["array", "object", "null"]}, "then": string, "minLength": 1, **more}


def _id() -> Schema:
    _, limits = get_args(Id)
    told = "Use small letters, digits and single hyphens, at most 60: nettverk-moter"
    return _text(pattern=limits.pattern, maxLength=limits.max_length, patternErrorMessage=told)


def _day() -> Schema:
    return _date(_DAY, "Write year, month and day of a day that the calendar has: 2018-06-30")


def _month_day() -> Schema:
    return _date(_MONTH_DAY, "Write month and day of a day that every year has: 08-01")


def _rough_day() -> Schema:
    told = "Write 2018-06-30, or 2018-06 or 2018 where the paper gives no day"
    written = _date(rf"(?:{_CENTURY}[0-9][0-9](?:-{_MONTH})?|{_DAY})", told)
    return written | {"type": ["string", "integer"], "minimum": FIRST_YEAR, "maximum": LAST_YEAR}


def _date(pattern: str, told: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$", "errorMessage": told, "patternErrorMessage": told}


def _year() -> Schema:
    told = "Write a year with four digits: 2018"
    years = {"type": ["integer", "string"], "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    return years | {"pattern": rf"^{_CENTURY}[0-9][0-9]$", "errorMessage": told, "patternErrorMessage": told}


def _status() -> Schema:
    return {"$ref": "#/$defs/status_text"}


SMALL_VALUES: tuple[tuple[Any, Callable[[], Schema]], ...] = (
    (Text, _text),
    (Id, _id),
    (Day, _day),
    (RoughDay, _rough_day),
    (MonthDay, _month_day),
    (Year, _year),
    (StatusText, _status),
)
"""The value types of the models, and what makes the schema of each anew; editors tell copies apart by their key."""


def status_text(words: Schema) -> Schema:
    """The definitions of what stands under `status`: a text, a text with more said, or a list of these."""
    sentence = {"if": {"type": "object"}, "then": {"$ref": "#/$defs/sentence"}, "else": _text()}
    several = {"if": {"type": "array"}, "then": list_of({"$ref": "#/$defs/text_or_sentence"})}
    alone = {"else": {"$ref": "#/$defs/text_or_sentence"}}
    return {"status_text": {**words, **several, **alone}, "text_or_sentence": sentence}


def list_of(entry: Schema) -> Schema:
    """A list of such entries."""
    return {
        "type": "array",
        "items": entry,
        "errorMessage": "Write a list here: lines that begin with a dash.",
    }


def or_nothing(value: Schema) -> Schema:
    """The value, or nothing behind the colon. Not said as a type, or editors would propose null."""
    if "$ref" in value:
        return {"$ref": f"{value['$ref']}{OR_NOTHING}"}
    if "enum" in value:
        return {"enum": [*value["enum"], None]}
    if "if" in value:
        return value | {"if": {"type": ["array", "object"]}}
    value = dict(value)
    said = {key: value.pop(key) for key in ("type", "errorMessage") if key in value}
    if said["type"] == "object":
        value.setdefault("properties", {})  # an editor takes from it that lines follow, and not a word
    return {"if": {"not": {"type": "null"}}, "then": said, **value}
