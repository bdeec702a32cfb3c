"""A draft made from a paper, and what was irregular in it: for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from vrplan.render.as_json import SCHEMA, dump
from vrplan.render.language import _, ngettext, telling_in
from vrplan.render.safe import markdown, visible
from vrplan.render.wording.imported import groups, sentence, where

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vrplan.importers.drafting import Imported
    from vrplan.importers.irregularities import Irregularity
    from vrplan.render.language import Language

_MOST = 200
"""So many irregularities are told on the screen; a report holds them all."""
_LONGEST = 600
"""So many characters of one are shown there; a report holds it whole."""


def files_as_text(files: Mapping[str, str]) -> str:
    """The files one after the other, each below its name."""
    return "\n".join(f"# {name}\n{text}" for name, text in files.items())


def made_as_text(imported: Imported, paper: str, language: Language = "en") -> str:
    """What came of a paper, in one line."""
    with telling_in(language):
        told = _("{paper} gives {counts}")
        return told.format(paper=visible(paper), counts=counts_as_text(imported))


def what_then(language: Language = "en") -> str:
    """What to do with a draft, with the command that does it."""
    with telling_in(language):
        return f"{_('look at the draft with')}: vrplan check"


def counts_as_text(imported: Imported) -> str:
    """What the draft holds, in one line."""
    areas, focus_areas, measures, activities, columns = _counts(imported).values()
    told = (
        ngettext("{number} area", "{number} areas", areas).format(number=areas),
        ngettext("{number} focus area", "{number} focus areas", focus_areas).format(number=focus_areas),
        ngettext("{number} measure", "{number} measures", measures).format(number=measures),
        ngettext("{number} activity", "{number} activities", activities).format(number=activities),
        ngettext("{number} column", "{number} columns", columns).format(number=columns),
    )
    return ", ".join(told)


def irregularities_as_text(found: Sequence[Irregularity], language: Language = "en") -> str:
    """Every irregularity on a line of its own, in groups; what must be settled comes first."""
    with telling_in(language):
        return "".join(f"{line}\n" for line in _told(found))


def _told(found: Sequence[Irregularity]) -> list[str]:
    lines: list[str] = []
    left = _MOST
    for weight, title in groups().items():
        group = [one for one in found if one.weight == weight]
        if group:
            lines.append(f"{title} ({len(group)}):")
            lines += [f"  {where(one)}{_on_screen(sentence(one))}" for one in group[: max(left, 0)]]
            if len(group) > left:
                more = _("and {number} more; --report FILE lists them all")
                lines.append("  " + more.format(number=len(group) - max(left, 0)))
            left -= len(group)
    return lines


def _on_screen(told: str) -> str:
    """A paragraph of a paper may go on for pages."""
    if len(told) <= _LONGEST:
        return visible(told)
    cut = _("{text}… ({number} characters; --report FILE has them all)")
    return cut.format(text=visible(told[:_LONGEST].rstrip()), number=len(told))


def report_of(form: Literal["json", "md"], imported: Imported, paper: str, language: Language = "en") -> str:
    """The irregularities as a document to keep; JSON is the same in every language."""
    with telling_in(language if form == "md" else "en"):
        return _json(imported, paper) if form == "json" else _markdown(imported, paper)


def _json(imported: Imported, paper: str) -> str:
    return dump(
        {
            "schema": SCHEMA,
            "command": "import",
            "paper": paper,
            "year": imported.draft.first_year,
            "counts": _counts(imported),
            **irregularities_as_json(imported.irregularities),
        }
    )


def irregularities_as_json(found: Sequence[Irregularity]) -> dict[str, object]:
    """The irregularities, and how many of each weight there are."""
    weights = dict.fromkeys(groups(), 0)
    for one in found:
        weights[one.weight] += 1
    told = [
        {
            "kind": one.kind,
            "weight": one.weight,
            "place": one.place,
            "text": one.text or None,
            "said": {key: str(value) for key, value in one.said},
            "message": sentence(one),
        }
        for one in found
    ]
    return {"irregularities": told, "summary": weights}


def _markdown(imported: Imported, paper: str) -> str:
    title = _("Draft made from {paper}").format(paper=markdown(paper))
    lines = [f"# {title}", "", _("It holds {counts}.").format(counts=counts_as_text(imported)), ""]
    return "\n".join([*lines, *irregularities_as_markdown(imported.irregularities)])


def irregularities_as_markdown(found: Sequence[Irregularity]) -> list[str]:
    """The lines of a page that tell them, in groups."""
    lines = []
    for weight, title in groups().items():
        group = [one for one in found if one.weight == weight]
        if group:
            lines += [f"## {title[0].upper()}{title[1:]} ({len(group)})", ""]
            lines += [f"- {markdown(where(one) + sentence(one))}" for one in group]
            lines.append("")
    return lines


def _counts(imported: Imported) -> dict[str, int]:
    areas = imported.draft.areas
    focus_areas = [focus for area in areas for focus in area.focus_areas]
    measures = [one for area in areas for one in area.measures]
    measures += [one for focus in focus_areas for one in focus.measures]
    return {
        "areas": len(areas),
        "focus_areas": len(focus_areas),
        "measures": len(measures),
        "activities": sum(len(one.activities) for one in measures),
        "columns": len(imported.draft.columns),
    }
