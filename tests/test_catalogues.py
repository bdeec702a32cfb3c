"""The catalogues of bokmål and nynorsk: in step with the code, whole, and compiled."""

from __future__ import annotations

import ast
import re
import sys
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.catalog import Catalog, Message

from vrplan.findings import NEAR_MISS, Listed, Told
from vrplan.folder import PlanFolder, read_folder
from vrplan.importers.cited import papers_of
from vrplan.load import load
from vrplan.rules.every import findings_of
from vrplan.rules.quotations import quotations_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.findings import Value

ROOT = Path(__file__).parent.parent
ERRORS = Path(__file__).parent / "errors"
SAMPLES = sorted(path for path in ERRORS.iterdir() if path.name != "decisions.yaml")
LANGUAGES = ["nb", "nn"]


@pytest.fixture(scope="module")
def tool() -> Any:
    """What `make catalogues` runs."""
    sys.path.insert(0, str(ROOT))
    try:
        return import_module("tools.catalogues")
    finally:
        sys.path.remove(str(ROOT))


@pytest.fixture(scope="module")
def known(tool: Any) -> set[object]:
    """Every message of the code."""
    return {key for _, key in keys(tool.template("nb"))}


def told_in(catalogue: Catalog) -> list[Message]:
    return [one for one in catalogue if one.id]


def keys(catalogue: Catalog) -> set[tuple[str | None, object]]:
    return {(one.context, one.id) for one in told_in(catalogue)}


def texts(one: Message) -> list[str]:
    """The translations of a message: one, or one for each plural form."""
    return [one.string] if isinstance(one.string, str) else list(one.string or ())


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_is_what_was_written(tool: Any, language: str) -> None:
    assert tool.mo_of(tool.written(language)) == tool.file_of(language, ".mo").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_exactly_the_messages_of_the_code(tool: Any, language: str) -> None:
    assert keys(tool.written(language)) == keys(tool.template(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_written_as_the_tool_writes_it(tool: Any, language: str) -> None:
    """In the order of the code, without lines, days or guesses: a change of a message changes its lines only."""
    written = tool.file_of(language, ".po").read_bytes().decode()
    assert written == tool.po_of(tool.in_step(language))
    assert "fuzzy" not in written
    assert "#~" not in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(tool: Any, language: str) -> None:
    assert tool.missing(tool.written(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translation_takes_the_values_of_its_message(tool: Any, language: str) -> None:
    wrong = [
        (one.id, text)
        for one in told_in(tool.written(language))
        for text in texts(one)
        if text and names_in(text) != names_in(one.id if isinstance(one.id, str) else one.id[0])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translation_has_every_plural_form_or_none(tool: Any, language: str) -> None:
    counted = [one for one in told_in(tool.written(language)) if one.pluralizable]
    assert counted
    assert [
        one.id for one in counted if len(texts(one)) != 2 or len({bool(text) for text in texts(one)}) != 1
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translation_begins_and_ends_as_its_message(tool: Any, language: str) -> None:
    """A heading stays one, a sentence keeps its full stop, and no space is lost between two pieces."""
    wrong = [
        (one.id, text)
        for one in told_in(tool.written(language))
        for text in texts(one)
        if text
        and (text != text.strip() or _end(text) != _end(one.id if isinstance(one.id, str) else one.id[0]))
    ]
    assert wrong == []


def _end(text: str) -> str:
    return text[-1] if text[-1] in ".:?" else ""


_NOT_IN = {
    "nb": r"ikkje|frå|viss|blei|vart|ein|eit|noko|nokon|kva|kven|berre|sidan|utan|vere",
    "nn": r"ikke|fra|hvis|vart|vert|\w*gjeve|noe|noen|noka|være|et|hva|hvem|bare|siden|skjer|foreslå\w*",
}
"""Forms of the other language, and of the same one beside which the catalogue has chosen others (blei, oppgitt)."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_keeps_to_its_language_and_to_one_norm(tool: Any, language: str) -> None:
    form = re.compile(rf"\b({_NOT_IN[language]})\b|[“”]", re.IGNORECASE)
    wrong = [text for one in told_in(tool.written(language)) for text in texts(one) if form.search(text)]
    assert wrong == []


def test_messages_of_one_number_and_of_several_name_the_same_values(tool: Any) -> None:
    counted = [one.id for one in told_in(tool.template("nb")) if isinstance(one.id, tuple)]
    assert [pair for pair in counted if names_in(pair[0]) != names_in(pair[1])] == []


def folder_of(sample: Path) -> PlanFolder:
    if sample.is_dir():
        return read_folder(sample, Path())
    decisions = (ERRORS / "decisions.yaml").read_bytes()
    return PlanFolder({"a.yaml": sample.read_bytes()}, {"decisions.yaml": decisions}, "decisions.yaml")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_template_of_a_finding_is_known_to_the_catalogues(
    known: set[object], as_it_was: Callable[[bytes], bytes], sample: Path
) -> None:
    """Advice and other places are found in the source by how they are written; here by what is told in the end."""
    folder = folder_of(sample)
    files = [
        {name: as_it_was(text) for name, text in some.items()} for some in (folder.plans, folder.decisions)
    ]
    before = load(PlanFolder(files[0], files[1], folder.missing_decisions))
    loaded = load(folder)
    quotations = quotations_in(loaded.judged, papers_of(loaded.judged, folder.place))
    for finding in findings_of(loaded, before if sample.name.startswith("VR7") else None, quotations):
        told = [finding.code.message, finding.code.help, *(one.message for one in finding.related)]
        told += finding.advice.partition(NEAR_MISS)
        for values in (finding.values, *(one.values for one in finding.related)):
            told += [one for value in values.values() for one in words_of_ours(value)]
        assert {one.strip() for one in told if one.strip()} <= known


def words_of_ours(value: Value) -> Iterator[str]:
    """Every template within a value."""
    match value:
        case Told():
            yield value.template
            yield from (one for inner in value.values.values() for one in words_of_ours(inner))
        case Listed():
            yield from (one for inner in value.parts for one in words_of_ours(inner))


@pytest.mark.parametrize("room", ["rules", "load", "yaml_source"])
def test_no_words_of_ours_are_put_together_where_findings_are_made(tool: Any, room: str) -> None:
    """What f-strings say stays English in every language; `Told` can be told in all."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in sorted((tool.SOURCE / room).rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.JoinedStr) and _has_words(node)
    ]
    assert found == []


def _has_words(node: ast.JoinedStr) -> bool:
    """Whether it says anything but signs; a pattern, which has a backslash, is for no reader."""
    text = "".join(str(one.value) for one in node.values if isinstance(one, ast.Constant))
    return re.search("[a-z]{2}", text) is not None and "\\" not in text
