"""A draft as the files of a plan folder, with `# TODO` where somebody must still say something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.drafts.comments import comment, todo
from vrplan.drafts.decided import STYLE, Names, decisions_text, names_of
from vrplan.drafts.ids import Ids, id_of
from vrplan.edit.scalars import scalar
from vrplan.edit.style import Value, in_brackets, mapping_lines, pair_lines
from vrplan.findings import Told
from vrplan.folder import DECISIONS
from vrplan.model.papers import place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.drafts.comments import Tell
    from vrplan.drafts.values import (
        Draft,
        DraftActivity,
        DraftArea,
        DraftColumn,
        DraftFocusArea,
        DraftMeasure,
        DraftText,
    )

NO_ORGANISATION = "Ukjent organisasjon"
_NO_AREA = "Tiltak"
_HEAD = Told(
    "A draft, made from the paper that decisions.yaml names under sources. Names and status texts stand word\n"
    "for word as in the paper, typing errors included. The ids are made from the names; shorten them now,\n"
    "before anybody refers to them. Where a line says TODO, the paper does not say it."
)
_PARTIES = Told("who owns, receives or does something: a short name, and what else the papers call it.")
_NO_TABLE = Told("the paper has no table of it; what it says stands in its text")
_SILENT = Told("the paper says nothing of what becomes of it")
_WIDE = 100
"""A status with more characters is written in lines."""


def texts_of(draft: Draft, tell: Tell = str) -> dict[str, str]:
    """The plan file and the file of decisions, by their path in the folder.

    `tell` gives comments, and places in the paper, in the language of whoever reads them.
    Every text of the draft can be read from them again as it is. Raises Unwritable for half a character.
    """
    return {
        f"actionplan_{draft.first_year}.yaml": _Plan(draft, tell).text(),
        DECISIONS: decisions_text(draft, tell),
    }


class _Plan:
    """Writes one plan file; knows which ids are given out."""

    def __init__(self, draft: Draft, tell: Tell) -> None:
        self.draft = draft
        self.tell = tell
        self.names: Names = names_of(draft)
        self.ids = Ids()

    def text(self) -> str:
        lines = [
            "# yaml-language-server: $schema=actionplan.schema.json",
            *comment(self.tell, _HEAD),
            "",
            *self._top(),
            "",
            *self._columns(),
            "",
            todo(self.tell, "parties", _PARTIES),
            "#   Vertskommunen: {name: Eksempel kommune, aliases: [verten]}",
            *self._parties(),
            "",
            *self._areas(),
        ]
        return "\n".join(lines) + "\n"

    def _top(self) -> list[str]:
        draft = self.draft
        organisation = draft.organisation or NO_ORGANISATION
        plan = f"{id_of(organisation, 'plan')}-{draft.first_year}"
        period = f"period: {{from: {draft.first_year}-01-01, to: {draft.last_year}-12-31}}"
        lines = [*mapping_lines({"plan": plan, "title": self.names.title}, STYLE)]
        if not draft.paper.title:
            lines.append(todo(self.tell, "title", Told("the paper does not say what the plan is called")))
        lines += mapping_lines({"organisation": organisation}, STYLE)
        if not draft.organisation:
            lines.append(todo(self.tell, "organisation", Told("whose plan it is; the paper does not say")))
        elif draft.is_organisation_guessed:
            lines.append(f"# TODO {self.tell(Told('is this the organisation?'))}")
        return [*lines, period, self._ceases()]

    def _ceases(self) -> str:
        if self.draft.ceases is None:
            when = Told("the first day without the organisation, once that is decided")
            return todo(self.tell, "ceases", when)
        decision = self.names.decision if self.draft.paper.standing else "…"
        return f"# TODO ceases: {{date: {self.draft.ceases}, decision: {decision}}}"

    def _parties(self) -> list[str]:
        if not self.draft.parties:
            return ["parties: {}"]
        name = todo(self.tell, "name", Told("what it is called in full; a status hands over to it"))
        return ["parties:", *(f"  {scalar(party)}: {{}}  {name}" for party in self.draft.parties)]

    def _columns(self) -> list[str]:
        if not self.draft.columns:
            return ["columns: {}"]
        lines = ["columns:"]
        for column in self.draft.columns:
            values, lacking = self._column(column)
            if column.year is not None:
                values["year"] = str(column.year)
            mark = f"  {todo(self.tell, 'adopted_by', lacking)}" if lacking else ""
            lines.append(f"  {scalar(column.name)}: {in_brackets(values, STYLE)}{mark}")
        return lines

    def _column(self, column: DraftColumn) -> tuple[dict[str, Value], Told | None]:
        """What a column rests on, and which decision is still to be said of it."""
        standing = self.draft.paper.standing if column.is_of_the_paper else None
        decision = self.names.decision
        values: dict[str, Value] = {}
        if column.adopted_by:
            return {"adopted_by": column.adopted_by}, None
        if standing == "proposed":
            values["proposed_by"] = decision
        if standing == "adopted" and column.is_named_a_proposal:
            doubt = Told(
                "its heading is that of a proposal; {decision}, if that adopted it", {"decision": decision}
            )
            return values, doubt
        if standing == "adopted":
            return {"adopted_by": decision}, None
        if standing == "proposed":
            return values, Told("the decision that adopted it, once there is one")
        return values, Told("the decision that adopted it; add it to decisions.yaml")

    def _areas(self) -> list[str]:
        if not self.draft.areas:
            return ["areas: []"]
        return ["areas:", *(line for area in self.draft.areas for line in self._area(area))]

    def _area(self, area: DraftArea) -> list[str]:
        name = area.name or _NO_AREA
        lines = self._named(name, "område")
        if area.name is None:
            lines.append(todo(self.tell, "name", Told("the paper names no area")))
        if area.focus_areas:
            lines += ["focus_areas:", *_listed(self._focus_area(one) for one in area.focus_areas)]
        return _listed([[*lines, *self._measures(area.measures)]])

    def _focus_area(self, focus: DraftFocusArea) -> list[str]:
        lines = self._named(focus.name, "fokusområde")
        if focus.resource:
            lines += mapping_lines({"resource": focus.resource}, STYLE)
        lines += self._status(focus.status)
        if not focus.measures and not focus.status:
            lines.append(todo(self.tell, "status", _NO_TABLE))
        return [*lines, *self._measures(focus.measures)]

    def _measures(self, measures: tuple[DraftMeasure, ...]) -> list[str]:
        if not measures:
            return []
        return ["measures:", *_listed(self._measure(one) for one in measures)]

    def _measure(self, measure: DraftMeasure) -> list[str]:
        name = mapping_lines({"name": measure.name}, STYLE)
        return [*name, "activities:", *_listed(self._activity(one) for one in measure.activities)]

    def _activity(self, activity: DraftActivity) -> list[str]:
        lines = self._named(activity.name, "aktivitet")
        for key, value in (("resource", activity.resource), ("note", activity.note)):
            if value:
                lines += mapping_lines({key: value}, STYLE)
        if not activity.status:
            return [*lines, todo(self.tell, "status", _SILENT)]
        return [*lines, *self._status(activity.status)]

    def _status(self, status: tuple[tuple[str, tuple[DraftText, ...]], ...]) -> list[str]:
        lines = [f"  {line}" for one in status for line in self._said(*one)]
        return ["status:", *lines] if lines else []

    def _said(self, column: str, texts: tuple[DraftText, ...]) -> list[str]:
        told = [replace(one, place=self.tell(place_in_words(one.place))) for one in texts]
        said = [sentence_of(one, self.names.paper) for one in told]
        key = scalar(column)
        if len(said) == 1:
            in_one = f"{key}: {in_brackets(said[0], STYLE)}"
            return [in_one] if len(in_one) <= _WIDE else pair_lines(column, said[0], STYLE)
        return [f"{key}:", *(f"  - {in_brackets(one, STYLE)}" for one in said)]

    def _named(self, name: str, otherwise: str) -> list[str]:
        return mapping_lines({"id": self.ids.new(name, otherwise), "name": name}, STYLE)


def sentence_of(one: DraftText, paper: str) -> dict[str, str]:
    """A status text with the paper that it stands in, by its id in `sources`, and where."""
    return {"text": one.text, "source": paper, "note": one.place}


def _listed(entries: Iterable[list[str]]) -> list[str]:
    """Entries of a list below its key, with their dashes."""
    lines = []
    for first, *others in entries:
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    return lines
