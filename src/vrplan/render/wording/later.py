"""What a later paper says of a plan, in sentences."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from vrplan.edit.style import Style, in_brackets
from vrplan.importers.later.adding import placed, sentences
from vrplan.importers.later.merged import Doubt, Unplaced
from vrplan.importers.words import tidy
from vrplan.render.language import N_, _, ngettext
from vrplan.render.wording.imported import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.importers.later.merged import Difference, Doubtful, Match, Merged, New
    from vrplan.importers.later.rows import Entry, Row

Section = tuple[str, list[str]]
_DOUBTS = {
    Doubt.SEVERAL: N_("{row} may be one as well as another: {items}"),
    Doubt.WEAK: N_("{row} may be, in other words, {items}"),
    Doubt.TAKEN: N_("{row} is also like what another row is: {items}"),
    Doubt.REWORDED: N_("{row} stands where the plan has, and the paper has not, {items}"),
    Doubt.REPEATED: N_("{row} is one of several rows called so, and the plan has one: {items}"),
    Doubt.GROUP: N_("{row} is called as all of {items}, and stands beside other rows of it"),
    Doubt.SETTLED: N_("{row} is called as the row that is recorded of {items}"),
}
_UNPLACED = {
    Unplaced.NO_FOCUS_AREA: N_("the plan has no focus area or area of that name"),
    Unplaced.NOT_ASKED: N_("new rows are only listed"),
    Unplaced.COMPARED: N_("the column is only compared"),
}


def head(merged: Merged, folder: str) -> str:
    """What is done with which paper, and how many rows are what, in one line."""
    told = (
        _("{paper}, column {column}, compared with {folder}: {counts}")
        if merged.is_there
        else _("{paper}, column {column}, goes into {folder}: {counts}")
    )
    return told.format(paper=merged.paper, column=merged.column, folder=folder, counts=in_short(merged))


def in_short(merged: Merged) -> str:
    """How many rows are what."""
    rows, differing = len(merged.matched), len(merged.differences)
    doubtful, new = len(merged.doubtful), len(merged.new)
    told = [
        ngettext("{number} row matched", "{number} rows matched", rows).format(number=rows),
        _("{number} of them word for word").format(number=sum(one.is_same for one in merged.matched)),
        ngettext("{number} doubtful", "{number} doubtful", doubtful).format(number=doubtful),
        ngettext("{number} new", "{number} new", new).format(number=new),
        _("{number} gone").format(number=len(merged.gone)),
    ]
    if merged.is_there:
        several = ngettext("{number} difference", "{number} differences", differing)
        told.append(several.format(number=differing))
    return ", ".join(told)


def sections(merged: Merged, folder: str) -> Iterator[Section]:
    """Everything that is told, in groups, the first of which somebody must look at; `folder` is the plan's."""
    yield _("doubtful, not written"), [_doubtful(one, merged, folder) for one in merged.doubtful]
    differences = [_difference(one, merged, folder) for one in merged.differences]
    yield _("the plan says otherwise, nothing is changed"), differences
    changed = [one for one in merged.matched if not one.is_same]
    yield _("matched, though the words are not the same"), [_match(one) for one in changed]
    yield _("said of a whole group"), [_of_group(*one) for one in merged.of_groups]
    yield from _new_ones(merged)
    gone = _("gone: in the plan and not in the paper, as they were")
    yield _("gone from the paper") if merged.is_there else gone, [_entry(one) for one in merged.gone]
    yield _("not in any table, as they were"), [_entry(one) for one in merged.untold]
    yield _("empty cells: nothing is said of it"), [_place(one) for one in merged.silent]
    others = [
        _("{column} (the plan has it)").format(column=name) if there else name
        for name, there in merged.not_taken
    ]
    yield _("columns of the paper that were not taken"), others
    yield _("matched word for word"), [_place(one) for one in merged.said if one.is_same]


def _of_group(match: Match, below: Sequence[Entry]) -> str:
    told = _("{where}: said of all of {group}: {items}")
    items = ", ".join(one.id for one in below) or _("nothing")
    return told.format(where=place_of(match.row.place), group=match.entry.name, items=items)


def _new_ones(merged: Merged) -> Iterator[Section]:
    silent = [one for one in merged.new if one.why_not is Unplaced.SAYS_NOTHING]
    listed = [one for one in merged.new if one.why_not not in {None, Unplaced.SAYS_NOTHING}]
    yield _("new, added to the plan"), [_new(one) for one in merged.new if one.why_not is None]
    yield _("new, not written"), [_new(one) for one in listed]
    yield _("new, and the column says nothing of it"), [_row(one.row) for one in silent]


def _place(one: Match) -> str:
    return f"{place_of(one.row.place)}: {one.entry.id}"


def basis(merged: Merged) -> Iterator[str]:
    """What the column rests on, a sentence each; nothing where it is only compared."""
    one = merged.basis
    if merged.is_there:
        return
    if one.sources and one.file != tidy(merged.paper):
        told = _("the plan has another paper called {paper}: this one is added as {source}, file {file}")
        yield told.format(paper=merged.paper, source=one.source, file=one.file)
    if one.decision is None or one.decision not in merged.facts.values():
        return
    if not one.is_there:
        yield _("the paper is added as the decision {decision}").format(decision=one.decision)
        if one.adopted and "adopted_by" not in merged.facts:
            told = _(
                "{decision} is recorded as adopted, and this paper is only its proposal: if it was adopted unchanged, "
                "say {option}"
            )
            option = shlex.join(["--column", f"{merged.heading}={one.adopted[0]}"])
            yield told.format(decision=", ".join(one.adopted), option=option)
    else:
        yield _of_the_plan(one.said, one.standing).format(decision=one.decision)


def _of_the_plan(said: str | None, standing: str | None) -> str:
    """How it is told that the plan has the decision, and as what."""
    if not said or said == standing:
        return _("the paper is that of {decision}, which the plan has")
    return _("the paper says that it was adopted, and is that of {decision}, which the plan has as proposed")


def command(entry: Entry, row: Row, merged: Merged, folder: str) -> str | None:
    """The command that records what a row says of an entry, to be pasted when it is right; None where none would do."""
    if not merged.can_be_recorded or len(row.texts) != 1:
        return None
    [said] = row.texts
    words, options = [entry.id, said.text], ["--column", merged.column]
    last = ["--source", merged.basis.source, "--note", place_of(said.place), "--data", folder]
    if any(word.startswith("-") for word in words):  # else they would be taken for options
        told = [*options, *last, "--", *words]
    else:
        told = [words[0], *options, words[1], *last]
    return shlex.join(["vrplan", "record", "status", *told])


def _line(row: Row, merged: Merged) -> str:
    """What a row of several texts says, as a line of YAML, to be put below the status of an entry."""
    said = in_brackets({merged.column: sentences(row.texts, merged.basis.source, place_of)}, Style())
    return said.removeprefix("{").removesuffix("}")


def to_write(new: New | Doubtful) -> str:
    """The activity as a line of YAML, to be put below its measure."""
    return f"- {in_brackets(placed(new.entry, place_of), Style())}"


def _texts(row: Row) -> str:
    return "; ".join(_quoted(one.text) for one in row.texts) or _("nothing")


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=text)


def _doubtful(one: Doubtful, merged: Merged, folder: str) -> str:
    items = ", ".join(_likely(entry, like) for entry, like in one.candidates)
    told = _(_DOUBTS[one.why]).format(row=_row(one.row), items=items)
    if one.elsewhere:
        return _("{doubt}; more like it is {place}").format(doubt=told, place=place_of(one.elsewhere))
    free = open_to(one, merged)
    if not free:
        return told
    if paste := command(free[0], one.row, merged, folder):
        return _("{doubt}; if it is: {command}").format(doubt=told, command=paste)
    by_hand = _("{doubt}; if it is, write below the status of {item}: {line}")
    return by_hand.format(doubt=told, item=free[0].id, line=_line(one.row, merged))


def open_to(one: Doubtful, merged: Merged) -> list[Entry]:
    """The entries that the words of a doubtful row can still be recorded of."""
    return list(one.open) if merged.can_be_recorded and one.row.texts else []


def _match(one: Match) -> str:
    changes = "; ".join(_change(old, new) for old, new in one.changes)
    return f"{place_of(one.row.place)}: {_likely(one.entry, one.likeness)}: {changes}"


def _likely(entry: Entry, likeness: float) -> str:
    return f"{entry.id} ({round(likeness * 100)} %)" if likeness else entry.id


def _change(old: str, new: str) -> str:
    if old and new:
        return f"{_quoted(old)} → {_quoted(new)}"
    told = _("{words} is left out") if old else _("{words} is new")
    return told.format(words=_quoted(old or new))


def _difference(one: Difference, merged: Merged, folder: str) -> str:
    row, entry = one.match.row, one.match.entry
    where = f"{place_of(row.place)}: {entry.id}"
    if one.plan:
        said = "; ".join(_quoted(text) if text else _("no words") for text in one.plan)
        told = _("{where}: the plan says {plan}, the paper {paper}")
        return told.format(where=where, plan=said, paper=_texts(row))
    silent = _("{where}: the plan says nothing, the paper {paper}").format(where=where, paper=_texts(row))
    if paste := command(entry, row, merged, folder):
        return _("{difference}; write it with: {command}").format(difference=silent, command=paste)
    if merged.can_be_recorded and row.texts:
        by_hand = _("{difference}; write below the status of {item}: {line}")
        return by_hand.format(difference=silent, item=entry.id, line=_line(row, merged))
    return silent


def _new(one: New) -> str:
    if one.why_not is None:
        return _("{row} is {item}").format(row=_row(one.row), item=one.entry["id"])
    where = " / ".join(name for name in reversed(one.row.above) if name)
    told = _("{row} ({where}): {why}; where it belongs: {line}")
    return told.format(row=_row(one.row), where=where, why=_(_UNPLACED[one.why_not]), line=to_write(one))


def _row(row: Row) -> str:
    return f"{place_of(row.place)}: {_quoted(row.name)}"


def _entry(entry: Entry) -> str:
    return f"{entry.id}: {_quoted(entry.name)}"
