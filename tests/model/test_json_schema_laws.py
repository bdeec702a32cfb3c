"""Editors flag exactly what `vrplan check` calls misshapen: the two are held against each other on edited files."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import reduce
from operator import getitem
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrplan.load.shapes import shape
from vrplan.model.decided import DecisionsFile
from vrplan.model.json_schema import json_schema
from vrplan.model.written import PlanFile, Written
from vrplan.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.model.json_schema import FileKind

    Faults = Callable[[FileKind, str | bytes], list[str]]

KINDS: tuple[FileKind, ...] = ("plan", "decisions")
MODELS: dict[FileKind, type[Written]] = {"plan": PlanFile, "decisions": DecisionsFile}

# One of everything. The values are written as YAML has them, without quotation marks.
SENTENCE = {
    "text": "~", "only": ["a"], "except": ["b"], "source": "x", "note": "x", "accept": {"VR301": "x"},
    "means": {"kind": "ends", "recipient": "KHS", "from": "2018-01-01", "to": "2018-02-01", "accept": "~"},
}  # fmt: skip
EVENT = {
    "date": "2018-07-01", "what": "done", "recipient": "KHS", "who": "x", "from": "2018-01-01",
    "to": "2018-02-01", "decision": "a", "source": "x", "note": "x",
}  # fmt: skip
ITEM = {
    "id": "a", "name": "A", "status": {"HP": "x", "a/1": SENTENCE, "b": ["x", {"text": "x"}]}, "note": "x",
    "source": "x", "resource": "x", "owner": "KHS", "who": "x", "events": [EVENT],
}  # fmt: skip
OBLIGATION = {"id": "o", "name": "O", "kind": "duty", "recipient": "KHS"}
MEASURE = {"name": "M", "status": "~", "activities": [ITEM]}
PLAN = {
    "plan": "p", "title": "P", "organisation": "VR", "period": {"from": "2018-01-01", "to": "2018-12-31"},
    "ceases": {"date": "2019-01-01", "decision": "a"},
    "columns": {"HP": {"adopted_by": "a", "proposed_by": "b", "year": "2018", "note": "x", "source": "x"}},
    "parties": {"KHS": {"name": "x", "aliases": ["x"], "part_of": "VR", "note": "x", "source": "x"}, "VR": "~"},
    "calendar": {"jula": {"from": "12-20", "to": "12-31"}},
    "areas": [{"id": "h", "name": "H", "measures": [{"name": "M"}], "obligations": [OBLIGATION], "focus_areas": [
        {"id": "f", "name": "F", "measures": [MEASURE]}]}],
    "obligations": [OBLIGATION], "note": "x", "source": "x", "accept": {"VR301": "x"},
}  # fmt: skip
DECISIONS = {
    "bodies": {"SG": {"name": "x", "aliases": ["x"], "role": "decides", "note": "x", "source": "x"}},
    "sources": {"s": {
        "title": "x", "file": "x", "sha256": "x", "body": "SG", "date": "2018", "case": "1/2018", "url": "x"}},
    "meetings": [{"body": "SG", "date": "2018-06", "source": "x", "note": "x"}],
    "decisions": [{
        "id": "a", "title": "x", "standing": "adopted", "evidence": "cited", "body": "SG", "date": "2018-06-14",
        "case": "x", "replaces": ["b"], "source": "x", "note": "x",
        "points": [{"id": "1", "summary": "x", "note": "x"}]}],
    "note": "x", "accept": "~",
}  # fmt: skip


WHOLE: dict[FileKind, dict[str, Any]] = {"plan": PLAN, "decisions": DECISIONS}


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield from places_in(value[step], (*path, step))


def as_yaml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {as_yaml(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(as_yaml, value)) + "]" if isinstance(value, list) else str(value)


def changed(whole: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    file = deepcopy(whole)
    reduce(getitem, path[:-1], file)[path[-1]] = value
    return file


# Not here, since JSON has one value for several spellings: 2.5 as an id and 2018.0 as a date, which check refuses
# and the schema takes; "2018.0" in quotation marks as a year, which check takes and the schema refuses.
SCALARS = st.one_of(
    st.sampled_from(["~", "null", "true", "no", "35", "1899", "2018", "2199", "2200", "15/2018", "x", "HP"]),
    st.sampled_from(["adopted", "noted", "decides", "cited", "contract", "done", "ends", "due", "accepted"]),
    st.sampled_from(["nettverk-moter", "Nettverk", "x--y", "x-", "æ-ø-å", "2018-6", "30.6.2018"]),
    st.from_regex(r"\A(19|20|22)\d\d(-[01]\d(-[0-3]\d)?)?\Z"),
    st.from_regex(r"\A[01]\d-[0-3]\d\Z"),
    st.text("aå1- ", max_size=9).map(json.dumps),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["text", "x", "date"]), inner, max_size=2)
    ),
    max_leaves=3,
)


@st.composite
def edited(draw: st.DrawFn, whole: dict[str, Any]) -> str:
    """The file with one of its values replaced, removed, or given a neighbour."""
    file = deepcopy(whole)
    path = draw(st.sampled_from(list(places_in(file))))
    parent, last = reduce(getitem, path[:-1], file), path[-1]
    edit = draw(st.sampled_from(["replace", "replace", "remove", "add"]))
    if edit == "remove":
        del parent[last]
    elif edit == "add" and isinstance(parent, dict):
        parent[draw(st.sampled_from(["accept", "note", "id", "from", "name", "x"]))] = draw(VALUES)
    else:
        parent[last] = draw(VALUES)
    return as_yaml(file)


@pytest.mark.parametrize("kind", KINDS)
def test_one_of_everything_fits(faults: Faults, kind: FileKind) -> None:
    whole = WHOLE[kind]
    assert faults(kind, as_yaml(whole)) == []
    used = {key for path in places_in(whole) for key in path}
    schema = json_schema(kind)
    mappings = [schema, *schema["$defs"].values()]
    assert [key for one in mappings for key in one.get("properties", {}) if key not in used] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", ["~", "true", "2018", "x", '""', "[x]", "{x: y}"])
def test_schema_refuses_a_value_of_another_form_exactly_where_check_does(
    faults: Faults, kind: FileKind, value: str
) -> None:
    whole = WHOLE[kind]
    texts = {path: as_yaml(changed(whole, path, value)) for path in places_in(whole)}
    assert [path for path, text in texts.items() if bool(faults(kind, text)) != misshapen(kind, text)] == []


def misshapen(kind: FileKind, text: str) -> bool:
    return bool(shape(read_yaml(text.encode(), kind).data, MODELS[kind], kind).findings)


@given(text=edited(PLAN))
def test_schema_refuses_an_edited_plan_exactly_when_check_does(faults: Faults, text: str) -> None:
    assert bool(faults("plan", text)) == misshapen("plan", text)


@given(text=edited(DECISIONS))
def test_schema_refuses_edited_decisions_exactly_when_check_does(faults: Faults, text: str) -> None:
    assert bool(faults("decisions", text)) == misshapen("decisions", text)
