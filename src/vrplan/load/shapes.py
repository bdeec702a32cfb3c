"""Plain data to the typed files: what does not fit is told in our words, and the rest is still read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from vrplan.days import parse_day
from vrplan.findings import NEAR_MISS, Finding, Path, Spot, Told, nearest
from vrplan.load.codes import (
    BAD_NUMBER,
    EMPTY_TEXT,
    MISSING_KEY,
    NOT_A_DATE,
    NOT_ONE_OF,
    UNKNOWN_KEY,
    WRONG_FORM,
)
from vrplan.load.complaints import CODES_OF_ERRORS, KEYS, WANTED
from vrplan.model import decided, written
from vrplan.yaml_source import Mapping

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from vrplan.findings import Value

_MODELS: dict[str, type[BaseModel]] = {
    "areas": written.Area,
    "focus_areas": written.FocusArea,
    "measures": written.Measure,
    "activities": written.Activity,
    "obligations": written.Obligation,
    "columns": written.Column,
    "parties": written.Party,
    "calendar": written.Season,
    "events": written.Event,
    "means": written.Means,
    "period": written.Period,
    "ceases": written.Ceases,
    "status": written.Sentence,
    "bodies": decided.Body,
    "sources": decided.SourcePaper,
    "meetings": decided.Meeting,
    "decisions": decided.Decision,
    "points": decided.Point,
}
_LOSING = frozenset({"model_type", "model_attributes_type", "dict_type", "tuple_type"})
_FORMS = frozenset({"text", "sentence", "sentences"})
_HEALING_ROUNDS = 6

File = TypeVar("File", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Shaped(Generic[File]):
    """A typed file and what did not fit.

    `healed` are the paths where a stand-in keeps the rest readable; with those that are `lost`, names that
    others refer to may have gone.
    """

    value: File | None
    findings: tuple[Finding, ...]
    healed: frozenset[Path]
    lost: frozenset[Path] = frozenset()


def shape(data: Any, model: type[File], file: str) -> Shaped[File]:
    """Type the data. Every value that does not fit becomes a finding and is replaced by a stand-in.

    The stand-ins let the rules look at the rest of the file in the same run; nothing is reported about them.
    """
    findings: list[Finding] = []
    healed: set[Path] = set()
    lost: set[Path] = set()
    if not isinstance(data, dict):
        values = {"key": Told("the file"), "wanted": Told(WANTED["dict_type"]), "got": _form_of(data)}
        return Shaped(None, (Finding(WRONG_FORM, Spot(file, ()), values),), frozenset())
    for _ in range(_HEALING_ROUNDS):
        try:
            typed = model.model_validate(data)
            return Shaped(typed, tuple(findings), frozenset(healed), frozenset(lost))
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=True)
        for detail in details:
            path = _path(data, detail)
            if not any(path[:length] in healed for length in range(len(path) + 1)):
                findings.append(_finding(data, detail, path, model, file))
            if _loses_names(detail, path):
                lost.add(path)
            _heal(data, detail, path)
            healed.add(path)
    return Shaped(None, tuple(findings), frozenset(healed), frozenset(lost))


def _loses_names(detail: ErrorDetails, path: Path) -> bool:
    """Whether an id or all that stands below is replaced. A status or an event gives nothing a name."""
    if any(step in {"status", "events", "accept"} for step in path):
        return False
    if detail["type"] == "missing":
        return path[-1] == "id"
    return path[-1] == "id" or detail["type"] in _LOSING or isinstance(detail["input"], dict | list)


def _path(data: Any, detail: ErrorDetails) -> Path:
    """Pydantic's location without the steps that only name the form of a status text."""
    path: list[str | int] = []
    node: Any = data
    form_is_named = False
    for step in detail["loc"]:
        if form_is_named := not form_is_named and step in _FORMS and _is_status_text(path):
            continue
        in_mapping = isinstance(node, dict) and step in node
        if in_mapping or (isinstance(node, list) and isinstance(step, int) and step < len(node)):
            node = _at(node, (step,))
            path.append(step)
    if detail["type"] == "missing":
        path.append(detail["loc"][-1])
    return tuple(path)


def _is_status_text(path: list[str | int]) -> bool:
    key = path[:-1] if path and isinstance(path[-1], int) else path
    return len(key) > 2 and key[-2] == "status" and isinstance(key[-3], int)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _finding(data: Any, detail: ErrorDetails, path: Path, model: type[BaseModel], file: str) -> Finding:
    kind = detail["type"]
    code = CODES_OF_ERRORS.get(kind, BAD_NUMBER)
    spot = Spot(file, path, key=code is UNKNOWN_KEY)
    if code is MISSING_KEY:
        return Finding(code, Spot(file, path[:-1]), {"key": str(path[-1])})
    value = _at(data, path)
    values: dict[str, Value] = {
        "key": _named(path),
        "value": _shown(value),
        "wanted": Told(WANTED[kind]) if kind in WANTED else "",
        "got": _form_of(value),
    }
    if code is UNKNOWN_KEY:
        return _unknown_key(spot, str(path[-1]), _known_keys(path[:-1], model))
    if value in (None, ""):
        return Finding(EMPTY_TEXT, spot, values)
    if code is NOT_A_DATE and (day := _norwegian_day(value)):
        return Finding(code, spot, values | {"near": day}, advice=f"{NEAR_MISS} {code.help}")
    if code is NOT_ONE_OF:
        choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        values["choices"] = choices
        if near := nearest(str(value), choices.split(", "), 1):
            return Finding(code, spot, values | {"near": near[0]}, advice=f"{NEAR_MISS} {code.help}")
    return Finding(code, spot, values)


def _norwegian_day(value: Any) -> str | None:
    """The ISO date of a day that is written as people do: 30.6.2018."""
    try:
        return parse_day(value).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None


def _unknown_key(spot: Spot, key: str, known: list[str]) -> Finding:
    values = {"key": key, "known": ", ".join(known)}
    if near := nearest(key, known, 1):
        return Finding(UNKNOWN_KEY, spot, values | {"near": near[0]}, advice=NEAR_MISS)
    return Finding(UNKNOWN_KEY, spot, values)


def _known_keys(path: Path, model: type[BaseModel]) -> list[str]:
    """The keys of the mapping at `path`: the last step that names a kind of mapping tells which it is."""
    steps = [step for step in path if step in _MODELS]
    fields = (_MODELS[str(steps[-1])] if steps else model).model_fields
    names = [field.alias or name for name, field in fields.items()]
    return sorted(names, key="accept".__eq__)  # it fits everywhere and is seldom meant, so it comes last


def _heal(data: Any, detail: ErrorDetails, path: Path) -> None:
    kind = detail["type"]
    parent = _at(data, path[:-1])
    if kind == "extra_forbidden":
        parent.pop(path[-1], None)
    elif kind in {"model_type", "model_attributes_type", "dict_type"}:
        parent[path[-1]] = Mapping()
        parent[path[-1]].line = getattr(parent, "line", 1)
    elif kind == "tuple_type":
        parent[path[-1]] = []
    elif kind == "literal_error":
        parent[path[-1]] = detail["ctx"]["expected"].split("'")[1]
    elif kind in {"string_pattern_mismatch", "string_too_long"}:
        parent[path[-1]] = "-".join(["stand-in", *(str(step) for step in path if isinstance(step, int))])
    elif kind == "not_a_month_day":
        parent[path[-1]] = "01-01"
    else:
        parent[path[-1]] = (
            "2000-01-01" if "date" in kind else "?" if "string" in kind or kind == "missing" else "2000"
        )


def _named(path: Path) -> Value:
    """What a user would call the value: its key, or the key of the list that it stands in."""
    names = [str(step) for step in path if isinstance(step, str)]
    if names and isinstance(path[-1], int):
        return Told("an entry of {key}", {"key": names[-1]})
    return names[-1] if names else Told("the file")


def _shown(value: Any) -> Value:
    if not isinstance(value, str):
        return _form_of(value)
    return value if len(value) <= 60 else value[:57] + "…"


def _form_of(value: Any) -> Value:
    if value is None:
        return Told("empty")
    if isinstance(value, str):
        return Told("a text")
    return Told("a list") if isinstance(value, list) else Told(KEYS)
