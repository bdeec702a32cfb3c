"""A draft made from a paper, and what was irregular in it: for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from vrplan.render.as_json import SCHEMA, dump
from vrplan.render.safe import markdown, visible
from vrplan.render.wording.imported import GROUPS, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vrplan.importers.drafting import Imported
    from vrplan.importers.irregularities import Irregularity

_MOST = 200
"""So many irregularities are told on the screen; a report holds them all."""
_LONGEST = 600
"""So many characters of one are shown there; a report holds it whole."""


def files_as_text(files: Mapping[str, str]) -> str:
    """The files one after the other, each below its name."""
    return "\n".join(f"# {name}\n{text}" for name, text in files.items())


def counts_as_text(imported: Imported) -> str:
    """What the draft holds, in one line."""
    return ", ".join(_counted(number, one, more) for one, more, number in _counts(imported))


def irregularities_as_text(found: Sequence[Irregularity]) -> str:
    """Every irregularity on a line of its own, in groups; what must be settled comes first."""
    lines: list[str] = []
    left = _MOST
    for weight, title in GROUPS.items():
        group = [one for one in found if one.weight == weight]
        if group:
            lines.append(f"{title} ({len(group)}):")
            lines += [f"  {visible(one.place)}: {_on_screen(sentence(one))}" for one in group[: max(left, 0)]]
            if len(group) > left:
                lines.append(f"  and {len(group) - max(left, 0)} more; --report FILE lists them all")
            left -= len(group)
    return "".join(f"{line}\n" for line in lines)


def _on_screen(told: str) -> str:
    """A paragraph of a paper may go on for pages."""
    if len(told) <= _LONGEST:
        return visible(told)
    return f"{visible(told[:_LONGEST].rstrip())}… ({len(told)} characters; --report FILE has them all)"


def report_of(form: Literal["json", "md"], imported: Imported, paper: str) -> str:
    """The irregularities as a document to keep."""
    return _json(imported, paper) if form == "json" else _markdown(imported, paper)


def _json(imported: Imported, paper: str) -> str:
    found = imported.irregularities
    weights = dict.fromkeys(GROUPS, 0)
    for one in found:
        weights[one.weight] += 1
    return dump(
        {
            "schema": SCHEMA,
            "command": "import",
            "paper": paper,
            "year": imported.draft.first_year,
            "counts": {many.replace(" ", "_"): number for _, many, number in _counts(imported)},
            "irregularities": [
                {
                    "kind": one.kind,
                    "weight": one.weight,
                    "place": one.place,
                    "text": one.text or None,
                    "said": dict(one.said),
                    "message": sentence(one),
                }
                for one in found
            ],
            "summary": weights,
        }
    )


def _markdown(imported: Imported, paper: str) -> str:
    lines = [f"# Draft made from {markdown(paper)}", "", f"It holds {counts_as_text(imported)}.", ""]
    for weight, title in GROUPS.items():
        group = [one for one in imported.irregularities if one.weight == weight]
        if group:
            lines += [f"## {title[0].upper()}{title[1:]} ({len(group)})", ""]
            lines += [f"- {markdown(one.place)}: {markdown(sentence(one))}" for one in group]
            lines.append("")
    return "\n".join(lines)


def _counts(imported: Imported) -> list[tuple[str, str, int]]:
    areas = imported.draft.areas
    focus_areas = [focus for area in areas for focus in area.focus_areas]
    measures = [one for area in areas for one in area.measures]
    measures += [one for focus in focus_areas for one in focus.measures]
    activities = sum(len(one.activities) for one in measures)
    return [
        ("area", "areas", len(areas)),
        ("focus area", "focus areas", len(focus_areas)),
        ("measure", "measures", len(measures)),
        ("activity", "activities", activities),
        ("column", "columns", len(imported.draft.columns)),
    ]


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
