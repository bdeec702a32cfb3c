"""A later paper set against a plan: for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from vrplan.render.as_json import SCHEMA, dump
from vrplan.render.imported import irregularities_as_json, irregularities_as_markdown, irregularities_as_text
from vrplan.render.language import _, telling_in
from vrplan.render.safe import markdown, visible
from vrplan.render.wording.later import basis, command, head, in_short, open_to, sections, to_write

if TYPE_CHECKING:
    from vrplan.importers.later.merged import Doubtful, Match, Merged, New
    from vrplan.importers.later.rows import Entry, Row
    from vrplan.render.language import Language

_MOST = 60
"""So many rows of one group are told on the screen; a report holds them all."""


def merged_as_text(merged: Merged, folder: str, language: Language = "en") -> str:
    """What is done, then every group below its name, a line for each row; then what was irregular in the paper."""
    with telling_in(language):
        lines = [
            f"vrplan: {visible(head(merged, folder))}",
            *(visible(told) for told in basis(merged)),
        ]
        for title, rows in sections(merged, folder):
            if rows:
                lines.append(f"{title} ({len(rows)}):")
                lines += [f"  {visible(row)}" for row in rows[:_MOST]]
                if len(rows) > _MOST:
                    more = _("and {number} more; --report FILE lists them all")
                    lines.append("  " + more.format(number=len(rows) - _MOST))
    return "".join(f"{line}\n" for line in lines) + irregularities_as_text(merged.irregularities, language)


def merged_report(form: Literal["json", "md"], merged: Merged, folder: str, language: Language = "en") -> str:
    """The same as a document to keep; JSON is the same in every language."""
    with telling_in(language if form == "md" else "en"):
        return _json(merged, folder) if form == "json" else _markdown(merged, folder)


def _markdown(merged: Merged, folder: str) -> str:
    title = _("{paper}, compared with {folder}") if merged.is_there else _("{paper}, imported into {folder}")
    lines = [f"# {title.format(paper=markdown(merged.paper), folder=markdown(folder))}", ""]
    told = _("Column {column}: {counts}.")
    lines += [told.format(column=markdown(merged.column), counts=in_short(merged)), ""]
    for rests in basis(merged):
        lines += [f"{markdown(rests[0].upper() + rests[1:])}.", ""]
    for group, rows in sections(merged, folder):
        if rows:
            lines += [f"## {group[0].upper()}{group[1:]} ({len(rows)})", ""]
            lines += [*(f"- {markdown(row)}" for row in rows), ""]
    return "\n".join([*lines, *irregularities_as_markdown(merged.irregularities)])


def _json(merged: Merged, folder: str) -> str:
    differing = {one.match.entry.path: list(one.plan) for one in merged.differences}
    return dump(
        {
            "schema": SCHEMA,
            "command": "import",
            "paper": merged.paper,
            "column": merged.column,
            "heading": merged.heading,
            "compared": merged.is_there,
            "source": merged.basis.source,
            "decision": merged.facts.get("adopted_by"),
            "proposal": merged.facts.get("proposed_by"),
            "matched": [_match(one, differing.get(one.entry.path)) for one in merged.matched],
            "doubtful": [_doubtful(one, merged, folder) for one in merged.doubtful],
            "new": [_new(one) for one in merged.new],
            "gone": [_entry(one) for one in merged.gone],
            "untold": [_entry(one) for one in merged.untold],
            "columns_not_taken": [{"name": name, "in_plan": there} for name, there in merged.not_taken],
            **irregularities_as_json(merged.irregularities),
        }
    )


def _match(one: Match, differs_from: list[str | None] | None) -> dict[str, Any]:
    return {
        **_row(one.row),
        "id": one.entry.id,
        "level": one.entry.level,
        "words": "same" if one.is_same else "changed",
        "likeness": one.likeness or None,
        "changes": [{"plan": old, "paper": new} for old, new in one.changes],
        "differs_from": differs_from,
    }


def _doubtful(one: Doubtful, merged: Merged, folder: str) -> dict[str, Any]:
    return {
        **_row(one.row),
        "why": one.why,
        "candidates": [{**_entry(entry), "likeness": like or None} for entry, like in one.candidates],
        "commands": [
            told for entry in open_to(one, merged) if (told := command(entry, one.row, merged, folder))
        ],
        "to_write": to_write(one),
    }


def _new(one: New) -> dict[str, Any]:
    return {
        **_row(one.row),
        "added_as": one.entry["id"] if one.why_not is None else None,
        "why_not": one.why_not,
        "to_write": to_write(one) if one.why_not is not None else None,
    }


def _row(row: Row) -> dict[str, Any]:
    measure, focus_area, area = row.above
    return {
        "place": row.place,
        "name": row.name,
        "measure": measure,
        "focus_area": focus_area,
        "area": area,
        "texts": [one.text for one in row.texts],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "level": entry.level, "name": entry.name}
