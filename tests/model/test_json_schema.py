from __future__ import annotations

import re
import tomllib
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

import vrplan.model
from vrplan.folder import PlanFolder, read_folder
from vrplan.load import load
from vrplan.load.shapes import shape
from vrplan.model.json_schema import json_schema, kinds_of_mapping
from vrplan.model.written import PlanFile, Written
from vrplan.rules.every import findings_of
from vrplan.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.model.json_schema import FileKind

    Faults = Callable[[FileKind, str | bytes], list[str]]

KINDS: tuple[FileKind, ...] = ("plan", "decisions")
WORDS = tomllib.loads((Path(vrplan.model.__file__).parent / "words.toml").read_text(encoding="utf-8"))
ERRORS = Path(__file__).parent.parent / "errors"
SHARED = ERRORS / "decisions.yaml"
NOT_READ = re.compile("VR00.")
MISSHAPEN = re.compile("VR1..")
HEAD = "plan: sample\ntitle: Plan\norganisation: VR\nperiod: {from: 2018-01-01, to: 2018-12-31}\n"


def keys_of(kind: FileKind) -> Iterator[tuple[str, str, Any]]:
    """Every key of every kind of mapping in a file, with its schema."""
    schema = json_schema(kind)
    for name, mapping in {kind: schema, **schema["$defs"]}.items():
        for key, value in mapping.get("properties", {}).items():
            yield name, key, value


# The schema by itself


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_valid_by_its_own_dialect(kind: FileKind) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


def test_definitions_are_named_in_the_words_of_the_plan() -> None:
    assert list(json_schema("plan")["$defs"]) == [
        "activity", "area", "ceases_or_nothing", "column", "event", "focus_area", "means_or_nothing", "measure",
        "obligation", "party_or_nothing", "period", "season", "sentence", "status_text", "text_or_sentence",
    ]  # fmt: skip
    assert list(json_schema("decisions")["$defs"]) == ["body", "decision", "meeting", "point", "source_paper"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_a_title_and_a_description(kind: FileKind) -> None:
    untold = [(name, key) for name, key, told in keys_of(kind) if not {"title", "description"} <= told.keys()]
    assert untold == []
    assert len(list(keys_of(kind))) > 30


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_mapping_has_a_title_and_a_description(kind: FileKind) -> None:
    schema = json_schema(kind)
    mappings = {name: one for name, one in schema["$defs"].items() if "properties" in one} | {kind: schema}
    assert [name for name, one in mappings.items() if not {"title", "description"} <= one.keys()] == []


def test_no_words_are_left_of_a_key_that_is_gone() -> None:
    every: list[type[Written]] = [Written, *kinds_of_mapping()]
    models = {model.__name__: model for model in every}
    stale = [
        (name, key)
        for name, keys in WORDS["keys"].items()
        for key in keys
        if not any(
            key in {field.alias or own for own, field in model.model_fields.items()}
            for model in (models[name], *kinds_of_mapping(models[name]))
        )
    ]
    assert stale == []
    assert WORDS["mappings"].keys() - models.keys() == {"StatusText"}


def test_every_word_of_a_closed_list_has_its_meaning_and_no_other_is_told() -> None:
    lists = [schema for kind in KINDS for _, _, schema in keys_of(kind) if "enum" in schema]
    untold = [
        (schema["title"], word)
        for schema in lists
        for word, meaning in zip(schema["enum"], schema["enumDescriptions"], strict=True)
        if (word is None) != (meaning == "As if the line were not there.")
    ]
    assert untold == []
    told = [
        one["values"].keys() for keys in WORDS["keys"].values() for one in keys.values() if "values" in one
    ]
    assert sorted(map(sorted, told)) == sorted(
        sorted({word for word in schema["enum"] if word is not None}) for schema in lists
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_fits_where_it_is_shown(kind: FileKind) -> None:
    definitions = json_schema(kind)["$defs"]
    shown = [(one, one.get("examples", [])) for _, _, one in keys_of(kind)]
    shown += [(one["items"], one["items"].get("examples", [])) for one, _ in shown if "items" in one]
    wrong = [
        (example, schema)
        for schema, examples in shown
        for example in examples
        if not Draft202012Validator(schema | {"$defs": definitions}).is_valid(example)
    ]
    assert wrong == []
    assert sum(len(examples) for _, examples in shown) > 20


# What it takes and refuses, beside what check does


@pytest.mark.parametrize("name", ["actionplan_2018.yaml", "decisions.yaml"])
def test_shipped_files_fit(faults: Faults, name: str) -> None:
    content = (ERRORS.parent.parent / "data" / name).read_bytes()
    assert faults("decisions" if name == "decisions.yaml" else "plan", content) == []


def samples() -> list[Path]:
    return sorted(path for path in ERRORS.iterdir() if path != SHARED)


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.name)
def test_sample_is_refused_exactly_where_check_calls_it_misshapen(faults: Faults, sample: Path) -> None:
    shared = {SHARED.name: SHARED.read_bytes()}
    single = sample.is_file()
    folder = PlanFolder({"plan": sample.read_bytes()}, shared, SHARED.name) if single else read_folder(sample)
    codes = [(one.spot.file, one.code.code) for one in findings_of(load(folder))]
    for file, content in (folder.plans | folder.decisions).items():
        own = [code for named, code in codes if named == file]
        if not any(NOT_READ.match(code) for code in own):
            found = faults("decisions" if file in folder.decisions else "plan", content)
            assert bool(found) == any(MISSHAPEN.match(code) for code in own), found


@pytest.mark.parametrize(
    "line",
    [
        "note: yes", "note: true", "note: 35", "note: 2018", "note: 2018-06-14", "note: .5", "note: ~", "note:",
        "source: ~", "accept: ~", "ceases: ~", "parties: {KHS: {}, NHN: ~}", "parties: {2018: {name: 2018}}",
        "columns: {HP: {year: 2018}}", "columns: {HP: {year: '2018'}}", "columns: {HP: {year: ~, note: ~}}",
        "areas: []", "areas: [{id: 2018, name: 1}]", "areas: [{id: true, name: off}]",
        "calendar: {høsten: {from: 08-15, to: 12-31}}",
    ],
)  # fmt: skip
def test_what_check_reads_as_text_fits_whatever_yaml_takes_it_for(faults: Faults, line: str) -> None:
    assert shape(read_yaml((HEAD + line).encode(), "plan").data, PlanFile, "plan").findings == ()
    assert faults("plan", HEAD + line) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("notes: x", "$: Additional properties are not allowed ('notes' was unexpected)"),
        ("note: [x]", "$.note: ['x'] is not of type 'string'"),
        ("note: ''", "$.note: '' should be non-empty"),
        ("areas: ~", "$.areas: None is not of type 'array'"),
        ("areas: [x]", "$.areas[0]: 'x' is not of type 'object'"),
        ("columns: {HP: ~}", "$.columns.HP: None is not of type 'object'"),
        ("parties: {KHS: x}", "$.parties.KHS: 'x' is not of type 'object'"),
        ("ceases: {date: 2019-01-01}", "$.ceases: 'decision' is a required property"),
        ("columns: {HP: {year: 1899}}", "$.columns.HP.year: 1899 is less than the minimum of 1900"),
        ("areas: [{id: helse}]", "$.areas[0]: 'name' is a required property"),
        (f"areas: [{{id: {'a' * 61}, name: A}}]", f"$.areas[0].id: '{'a' * 61}' is too long"),
    ],
)
def test_a_fault_is_told_at_its_place_and_alone(faults: Faults, line: str, fault: str) -> None:
    assert faults("plan", HEAD + line) == [fault]


def test_days_are_those_of_the_calendar() -> None:
    pattern = re.compile(json_schema("plan")["$defs"]["period"]["properties"]["to"]["pattern"])
    years = (1899, 1900, 1904, 1996, 2000, 2018, 2020, 2100, 2104, 2199, 2200)
    for year, month, day in product(years, range(14), range(33)):
        try:
            exists = 1900 <= date(year, month, day).year <= 2199
        except ValueError:
            exists = False
        assert bool(pattern.search(f"{year}-{month:02}-{day:02}")) == exists, (year, month, day)
