"""The rows of a paper's tables grown together to areas, focus areas, measures and activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.drafts.values import DraftText
from vrplan.findings import Listed, Told
from vrplan.importers.below import quoted_under, status_in
from vrplan.importers.columns import LEVELS, Role
from vrplan.importers.grown import Activity, Focus, Measure, area_of
from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.importers.outline import label_of
from vrplan.importers.parting import parted
from vrplan.importers.rows import PlanRow, Section
from vrplan.importers.words import folded, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.drafts.values import DraftArea, DraftColumn
    from vrplan.importers.lines import Line
    from vrplan.importers.sections import Contents, Stood


class Growing:
    """Puts each row in its place, in the order of the paper."""

    def __init__(self, contents: Contents, *, wraps: bool) -> None:
        self.contents = contents
        self.wraps = wraps
        self.found: list[Irregularity] = []
        self.tree: dict[str | None, dict[str | None, Focus]] = {}
        self.names: dict[str, str] = {}
        rows = [row for one in contents.tables for row in one.table.rows if isinstance(row, PlanRow)]
        self.beginnings = frozenset(row.activity.split(maxsplit=1)[0] for row in rows if row.activity.strip())
        self.last: list[Activity] = []
        self.taken: list[Line] = []
        """Lines outside the tables that were used."""

    def areas(
        self, rests_on_a_decision: bool, columns: Sequence[DraftColumn], newest: str | None = None
    ) -> tuple[DraftArea, ...]:
        """All areas with what is in them. Without a decision the newer of two columns must stand first to hold.

        `newest` is the column for what a line below a focus area without a table surely says of it.
        """
        for area, names in self.contents.declared.items():
            if area is not None:
                self.tree.setdefault(self.names.setdefault(folded(area), area), {})
                for name in names:
                    self._focus(area, name)
        for one in self.contents.tables:
            self._table(one)
        self._tell_homeless()
        self._take_lines(newest, [one.name for one in columns])
        newest_first = (
            () if rests_on_a_decision else tuple(one.name for one in columns if not one.is_of_the_paper)
        )
        return tuple(area_of(name, parts, newest_first) for name, parts in self.tree.items())

    def _tell_homeless(self) -> None:
        """What was named and became nothing: a focus area in no area, what heads a table without a row, who does it."""
        grown = [one for parts in self.tree.values() for one in parts.values()]
        activities = [each for one in grown for measure in one.measures for each in measure.activities]
        there = {folded(name) for name in (*self.tree, *(one.name for one in grown)) if name}
        there |= {
            folded(who)
            for who in (*(one.resource for one in grown), *(one.resource for one in activities))
            if who
        }
        named = [("the paper", name) for name in self.contents.declared.get(None, ())]
        for one in self.contents.tables:
            heads = (one.area, one.focus_area, one.resource)
            named += [(f"table {one.table.number}", name) for name in heads if name]
        for place, name in dict.fromkeys(named):
            if folded(name) not in there:
                self.found.append(irregular(Kind.TEXT_NOT_USED, place, name))

    def _take_lines(self, newest: str | None, columns: Sequence[str]) -> None:
        """Below a focus area without a table, who does it, and the lines that surely say what becomes of it."""
        for one in self.contents.below:
            label = label_of(one.line.text)
            if label is not None and label[0] == "resource":
                focus = self._focus(one.area, one.focus_area)
                focus.resource = focus.resource or label[1]
                self.taken.append(one.line)
                continue
            said = status_in(one.line.text)
            column, texts = quoted_under(one.line.text, columns) or (newest, [said] if said else [])
            if not texts or column is None:
                continue
            status = self._focus(one.area, one.focus_area).status
            status.setdefault(column, []).extend(DraftText(text, one.line.place) for text in texts)
            self.taken += [one.line, *([one.heading] if one.heading else [])]
            self.found.append(irregular(Kind.STATUS_TAKEN, one.line.place, one.line.text, of=one.focus_area))

    def _table(self, stood: Stood) -> None:
        area, focus, resource = stood.area, stood.focus_area, stood.resource
        for row in stood.table.rows:
            if isinstance(row, Section):
                area, focus, resource = self._section(row, stood.area, area, focus)
                continue
            here = tidy(row.above.get(Role.AREA, "")) or area
            self._row(row, here, tidy(row.above.get(Role.FOCUS_AREA, "")) or focus, resource)

    def _section(
        self, row: Section, above: str | None, area: str | None, focus: str | None
    ) -> tuple[str | None, str | None, str | None]:
        """A heading within a table: what it says it is, else a focus area, or an area where nothing stands above."""
        part, name = label_of(row.text) or ("", row.text)
        name = name or row.text
        if part == "resource":
            return area, focus, name
        self.found.append(irregular(Kind.TAKEN, row.place, row.text))
        if part == "area" or (not part and above is None):
            return name, None, None
        return area, name, None

    def _row(self, row: PlanRow, area: str | None, focus: str | None, resource: str | None) -> None:
        wider = [role for role in LEVELS if row.above.get(role)]
        notes = list(row.notes)
        measure = tidy(row.above[wider.pop()]) if wider else ""
        for role in wider:
            text = tidy(row.above[role])
            if focus is None and role is wider[-1]:
                focus = text
            else:
                notes.insert(0, (row.heading(role), text))
        if row.goes_on and self.last:
            self._goes_on(row)
            return
        place = self._focus(area, focus)
        if focus is not None:
            if not place.measures:
                place.resource = place.resource or resource
            resource = None if resource == place.resource else resource
        self.last = self._activities(row, resource, _note(notes))
        name = measure or self.last[0].name
        if not place.measures or folded(place.measures[-1].name) != folded(name):
            place.measures.append(Measure(name))
        place.measures[-1].activities += self.last

    def _goes_on(self, row: PlanRow) -> None:
        """Further words about the activity of the row above, with which its cell is merged."""
        for column, _, text in row.said:
            if not tidy(text):
                continue
            for activity in self.last:
                said = activity.status.setdefault(column, [])
                if tidy(text) not in [one.text for one in said]:
                    said.append(DraftText(tidy(text), row.place))
        for activity in self.last:
            is_new = row.resource and row.resource != activity.resource
            who = [(row.heading(Role.RESOURCE), row.resource)] if is_new else []
            note = _note([*who, *row.notes])
            if note and note not in (activity.note or ""):
                activity.note = f"{activity.note}; {note}" if activity.note else note

    def _focus(self, area: str | None, focus: str | None) -> Focus:
        """The focus area of this name, begun where it is new; capitals do not make it another."""
        area = self.names.setdefault(folded(area), area) if area else area
        parts = self.tree.setdefault(area, {})
        key = folded(focus) if focus else None
        return parts.setdefault(key, Focus(focus))

    def _activities(self, row: PlanRow, resource: str | None, note: str | None) -> list[Activity]:
        texts = [text for _, _, text in row.said]
        whole = row.is_decision or row.goes_on
        parts = parted(row.activity, texts, self.beginnings if not whole else (), wraps=self.wraps)
        if whole and len(parts.parts) > 1:
            parts = parted(tidy(row.activity), [tidy(text) for text in texts], (), wraps=self.wraps)
        if parts.sureness == "doubtful" and not whole:
            self.found.append(irregular(Kind.JOINED, row.place, tidy(row.activity)))
        if len(parts.parts) > 1:
            into = tuple(Told("“{text}”", {"text": name}) for name, _ in parts.parts)
            self.found.append(irregular(Kind.SPLIT, row.place, tidy(row.activity), into=Listed(into, "; ")))
        deadlines = frozenset(column for column, role, _ in row.said if role is Role.DEADLINE)
        return [
            Activity(
                name,
                {
                    column: [DraftText(text, row.place)]
                    for (column, _, _), text in zip(row.said, said, strict=True)
                    if text
                },
                row.resource or resource,
                note,
                deadlines,
                row.place,
            )
            for name, said in parts.parts
        ]


def _note(notes: Sequence[tuple[str, str]]) -> str | None:
    """What else a row says: the words alone where one column says it, else each with its heading."""
    said = [(heading, text) for heading, text in notes if text]
    if len(said) == 1 and folded(said[0][0]).startswith(("merknad", "kommentar")):
        return said[0][1]
    return "; ".join(f"{heading}: {text}" if heading else text for heading, text in said) or None
