"""A small plan for another organisation, to be filled in: its files, as path and text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from vrplan.drafts.schemas import schemas
from vrplan.edit.scalars import scalar
from vrplan.folder import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_TEMPLATES = Path(__file__).parent / "templates"
WORKFLOW = ".github/workflows/plan.yml"
"""Where GitHub looks for it, from the top of a repository."""
_LONGEST = 30
_NO_ID = re.compile("[^a-z0-9æøåäöü]+")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a plan before anything is written: whose it is, and who adopted it."""

    organisation: str
    title: str
    year: int
    body: str
    adopted: date | None = None
    """The day of the meeting; without it the plan rests on nothing until somebody fills it in."""
    case: str | None = None


def fresh(beginning: Beginning, on_a_page: Callable[[str], str], below: str = "") -> dict[str, str]:
    """The files of a plan folder, by their path in it. Raises Unwritable for a name that no file can hold.

    `on_a_page` gives a name as a Markdown page holds it: in one line, of which nothing is taken for markup. `below`
    is where the folder lies in a repository, when that is not its top.
    """
    body, organisation = _id(beginning.body, "organ"), _id(beginning.organisation, "plan")
    values = {
        "plan": f"{organisation}-{beginning.year}",
        "title": beginning.title,
        "organisation": beginning.organisation,
        "column": f"HP {beginning.year}",
        "body": beginning.body,
        "body_id": body,
        "decision": f"{body}-{beginning.year}-1",
        "year": str(beginning.year),
        "next_year": str(beginning.year + 1),
    }
    written = {name: scalar(value, in_brackets=True) for name, value in values.items()}
    written["facts"] = _facts(beginning)
    written["meetings"] = _meetings(beginning, written["body_id"])
    return {
        f"actionplan_{beginning.year}.yaml": _filled("actionplan.yaml", written),
        DECISIONS: _filled("decisions.yaml", written),
        **schemas(),
        "README.md": _filled("README.md", {name: on_a_page(value) for name, value in values.items()}),
        WORKFLOW: _workflow(below),
    }


def _workflow(below: str) -> str:
    """The workflow; it says where the plan lies, unless that is where vrplan looks for it."""
    text = (_TEMPLATES / "plan.yml").read_text(encoding="utf-8")
    is_found = below in {"", "data"}
    return (
        text if is_found else text.replace("jobs:\n", f"env: {{VRPLAN_DATA: {json.dumps(below)}}}\njobs:\n")
    )


def _meetings(beginning: Beginning, body: str) -> str:
    """The meeting that adopted the plan, so that reports can tell what has changed since."""
    if beginning.adopted is None:
        return "meetings: []"
    return f"meetings:\n  - {{body: {body}, date: {beginning.adopted}}}"


def _facts(beginning: Beginning) -> str:
    """The lines of the decision that say when and in which case; what is not known is left to be filled in."""
    date = f"date: {beginning.adopted}" if beginning.adopted else "# TODO date: the day of the meeting"
    number = scalar(beginning.case) if beginning.case else ""
    case = f"case: {number}" if number else "# TODO case: the number in the minutes, such as 12/2018"
    return f"    {date}\n    {case}"


def _id(name: str, otherwise: str) -> str:
    """A name as an id: small letters, digits and single hyphens."""
    return _NO_ID.sub("-", name.casefold())[:_LONGEST].strip("-") or otherwise


def _filled(template: str, values: dict[str, str]) -> str:
    return Template((_TEMPLATES / template).read_text(encoding="utf-8")).substitute(values)
