"""Every message of the code, for the catalogues: what is told or marked, and the templates of findings and remarks."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

from vrplan.findings import NEAR_MISS
from vrplan.phrases.remarks import TEMPLATES
from vrplan.rules.every import CODES
from vrplan.site.templates import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SOURCE = Path(__file__).parent.parent / "src" / "vrplan"
_ARGUMENTS = {
    "_": ("one",),
    "N_": ("one",),
    "Told": ("one",),
    "Unreadable": ("one",),
    "ngettext": ("one", "several"),
    "NN_": ("one", "several"),
    "pgettext": ("context", "one"),
    "NP_": ("context", "one"),
    "npgettext": ("context", "one", "several"),
    "NNP_": ("context", "one", "several"),
}
"""What the arguments are of each function that tells a message, or marks one that is told later."""


class Found(NamedTuple):
    """A message as it stands in the code, and where."""

    where: str
    one: str
    several: str = ""
    context: str = ""


@cache
def messages() -> list[Found]:
    """All messages, in the order of the files; one that stands in several places is there once for each."""
    found: list[Found] = []
    for path in sorted(SOURCE.rglob("*.py")):
        where, tree = path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))
        found += _marked(tree, where)
        found += [Found(where, template) for template in _of_findings(tree)]
    for path in sorted(SOURCE.glob("site/templates/*.html")):
        page = environment().parse(path.read_text(encoding="utf-8"))
        found += _in_template(page, path.relative_to(SOURCE).as_posix())
    found += [Found("phrases/remarks.py", template) for template in TEMPLATES.values()]
    found.append(Found("findings.py", NEAR_MISS))
    for code in sorted(CODES, key=lambda one: one.code):
        found += [Found(code.code, template) for template in (code.message, code.help) if template]
    return found


def _marked(tree: ast.Module, where: str) -> Iterator[Found]:
    for call in _calls(tree):
        names = _ARGUMENTS.get(_name(call), ())
        texts = [
            one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if names and len(texts) >= len(names):  # what is told of a table is marked there
            yield Found(where, **dict(zip(names, texts, strict=False)))


def _in_template(tree: nodes.Template, where: str) -> Iterator[Found]:
    for call in tree.find_all(nodes.Call):
        names = _ARGUMENTS.get(getattr(call.node, "name", ""), ())
        texts = [one.value for one in call.args if isinstance(one, nodes.Const)]
        if names and len(texts) >= len(names):
            yield Found(where, **dict(zip(names, texts, strict=False)))


def _of_findings(tree: ast.Module) -> Iterator[str]:
    """What a finding tells of other places, and the advice that it has instead of its code's."""
    given: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            given.setdefault(node.targets[0].id, []).append(node.value)
    for call in _calls(tree):
        told = call.args[:1] if _name(call) == "Related" else []
        told += [one.value for one in call.keywords if one.arg == "advice"]
        yield from _texts(told, given)


def _texts(told: Iterable[ast.expr], given: dict[str, list[ast.expr]]) -> Iterator[str]:
    for one in told:
        match one:
            case ast.Constant(value=str(text)) if text:
                yield text
            case ast.IfExp():
                yield from _texts((one.body, one.orelse), given)
            case ast.Name():
                yield from _texts(given.get(one.id, ()), {})


def _calls(tree: ast.Module) -> list[ast.Call]:
    """The calls in the order in which they are written."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return sorted(calls, key=lambda one: (one.lineno, one.col_offset))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""
