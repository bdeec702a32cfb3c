"""What may stand in the two files as JSON Schema, so that an editor can help: the models, told in `words.toml`."""

from __future__ import annotations

import re
import tomllib
from inspect import get_annotations
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from vrplan.model.decided import DecisionsFile
from vrplan.model.json_values import OR_NOTHING, SMALL_VALUES, list_of, or_nothing, status_text
from vrplan.model.written import PlanFile, Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.json_values import Schema

FileKind = Literal["plan", "decisions"]

_FILES: dict[FileKind, type[Written]] = {"plan": PlanFile, "decisions": DecisionsFile}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_AS_IF_ABSENT = "As if the line were not there."


def json_schema(file: FileKind) -> Schema:
    """The JSON Schema of one kind of file.

    It takes whatever `vrplan check` takes as well-formed, and refuses what `check` would call misshapen
    (VR1xx). What a value refers to and what a text says is left to `check`. Beside the standard keywords it
    has `enumDescriptions`, `errorMessage` and `patternErrorMessage`, which editors show and others skip.
    """
    words = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    top = _mapping(_FILES[file], words)
    every = {_name(model): _mapping(model, words) for model in kinds_of_mapping()}
    every |= {f"{name}{OR_NOTHING}": or_nothing(schema) for name, schema in every.items()}
    every |= status_text(words["mappings"]["StatusText"])
    head = {"$schema": _DIALECT, "$comment": "Made by: vrplan schema"}
    return {**head, **top, "$defs": _needed(top, every)}


def kinds_of_mapping(model: type[Written] = Written) -> list[type[Written]]:
    """Every class of mapping that a file can hold, with those that only pass their keys on."""
    return [kind for child in model.__subclasses__() for kind in (child, *kinds_of_mapping(child))]


def _name(model: type[Written]) -> str:
    """The name of a definition: FocusArea is `focus_area`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower()


def _needed(top: Schema, every: Schema) -> Schema:
    """Those of the definitions that the schema refers to, also by way of others."""
    needed: Schema = {}
    waiting = list(_named_in(top))
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = every[name]
            waiting += _named_in(every[name])
    return dict(sorted(needed.items()))


def _named_in(schema: Any) -> Iterator[str]:
    """The definitions that a schema refers to."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].removeprefix("#/$defs/")
        for value in schema.values():
            yield from _named_in(value)


def _mapping(model: type[Written], words: Schema) -> Schema:
    """The schema of one kind of mapping: its keys, each with its words."""
    hints: dict[str, Any] = {}
    for kind in reversed(model.__mro__):
        hints |= get_annotations(kind, eval_str=True) if issubclass(kind, Written) else {}
    fields = {field.alias or name: (hints[name], field) for name, field in model.model_fields.items()}
    keys = {key: _told(_value(hint), _words_for(model, key, words)) for key, (hint, _) in fields.items()}
    accept = {"accept": keys.pop("accept")}  # it fits everywhere and is seldom meant, so it comes last
    required = [key for key, (_, field) in fields.items() if field.is_required()]
    return {
        **words["mappings"].get(model.__name__, {}),
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": keys | accept,
    }


def _words_for(model: type[Written], key: str, words: Schema) -> Schema:
    """What there is to say about a key: by the class itself, or by the nearest that it inherits from."""
    said = (words["keys"].get(kind.__name__, {}).get(key) for kind in model.__mro__)
    return next((one for one in said if one is not None), {})


def _told(schema: Schema, words: Schema) -> Schema:
    """The schema of a key with its words. The examples of a list are of its entries."""
    annotations: Schema = {key: words[key] for key in ("title", "description") if key in words}
    if "enum" in schema:
        meanings = words.get("values", {})
        annotations["enumDescriptions"] = [meanings.get(one, _AS_IF_ABSENT) for one in schema["enum"]]
    if "examples" in words:
        schema.get("items", annotations)["examples"] = words["examples"]
    return annotations | schema


def _value(hint: Any) -> Schema:
    """The schema of what a type hint of a model takes."""
    for known, schema in SMALL_VALUES:
        if hint == known:
            return schema()
    inner = [one for one in get_args(hint) if one is not NoneType]
    match get_origin(hint):
        case origin if origin is UnionType or origin is Union:
            return or_nothing(_value(inner[0]))
        case origin if origin is tuple:
            return list_of(_value(inner[0]))
        case origin if origin is dict:
            return {"type": "object", "additionalProperties": _value(inner[1])}
        case origin if origin is Literal:
            return {"enum": inner}
        case _:
            return {"$ref": f"#/$defs/{_name(hint)}"}
