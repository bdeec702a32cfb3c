"""A small plan for another organisation, to be filled in: its files, as path and text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from vrplan.drafts.comments import comment, todo
from vrplan.drafts.explained import EXPLAINED
from vrplan.drafts.schemas import schemas
from vrplan.edit.scalars import scalar
from vrplan.findings import Told
from vrplan.folder import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vrplan.drafts.comments import Tell

_TEMPLATES = Path(__file__).parent / "templates"
WORKFLOW = ".github/workflows/plan.yml"
"""Where GitHub looks for it, from the top of a repository."""
_READ_ME = {"en": "README.md", "nb": "README.nb.md", "nn": "README.nn.md"}
_MARK = re.compile(r"^( *)# \{(\w+)\}$", re.MULTILINE)
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


def fresh(
    beginning: Beginning,
    on_a_page: Callable[[str], str],
    below: str = "",
    tell: Tell = str,
    read_me: str = "en",
) -> dict[str, str]:
    """The files of a plan folder, by their path in it. Raises Unwritable for a name that no file can hold.

    `on_a_page` gives a name as a Markdown page holds it: in one line, of which nothing is taken for markup. `below`
    is where the folder lies in a repository, when that is not its top. `tell` gives the comments in the language of
    whoever reads them, and `read_me` names that of the page.
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
    written["facts"] = _facts(beginning, tell)
    written["meetings"] = _meetings(beginning, written["body_id"])
    return {
        f"actionplan_{beginning.year}.yaml": _filled("actionplan.yaml", written, tell),
        DECISIONS: _filled("decisions.yaml", written, tell),
        **schemas(),
        "README.md": _filled(
            _READ_ME[read_me], {name: on_a_page(value) for name, value in values.items()}, tell
        ),
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


def _facts(beginning: Beginning, tell: Tell) -> str:
    """The lines of the decision that say when and in which case; what is not known is left to be filled in."""
    unknown_day = todo(tell, "date", Told("the day of the meeting"))
    date = f"date: {beginning.adopted}" if beginning.adopted else unknown_day
    number = scalar(beginning.case) if beginning.case else ""
    case = (
        f"case: {number}"
        if number
        else todo(tell, "case", Told("the number in the minutes, such as 12/2018"))
    )
    return f"    {date}\n    {case}"


def _id(name: str, otherwise: str) -> str:
    """A name as an id: small letters, digits and single hyphens."""
    return _NO_ID.sub("-", name.casefold())[:_LONGEST].strip("-") or otherwise


def _filled(template: str, values: dict[str, str], tell: Tell) -> str:
    text = (_TEMPLATES / template).read_text(encoding="utf-8")

    def explained(mark: re.Match[str]) -> str:
        return "\n".join(f"{mark[1]}{line}" for line in comment(tell, EXPLAINED[mark[2]]))

    return _MARK.sub(explained, Template(text).substitute(values))
