"""What the tests of the JSON Schema share: YAML as editors type it, and a judge for each kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from vrplan.model.json_schema import json_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.json_schema import FileKind


class _Typed(SafeConstructor):
    """YAML 1.2 values as JSON has them: numbers and truth values are guessed, dates stay texts."""


_Typed.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


@pytest.fixture(scope="session")
def faults() -> Callable[[FileKind, str | bytes], list[str]]:
    """What the schema of that kind of file has against a YAML text, read as editors and check-jsonschema read it."""
    judges = {kind: Draft202012Validator(json_schema(kind)) for kind in ("plan", "decisions")}

    def found(kind: FileKind, text: str | bytes) -> list[str]:
        yaml = YAML(typ="safe", pure=True)
        yaml.Constructor = _Typed
        data: Any = yaml.load(text)
        return [f"{fault.json_path}: {fault.message}" for fault in judges[kind].iter_errors(data)]

    return found
