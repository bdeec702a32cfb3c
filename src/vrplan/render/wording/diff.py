"""The sentences of `diff` as a whole: what is compared, how much differs, what differs besides the items."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.as_of import State
from vrplan.days import norwegian
from vrplan.phrases import Kind
from vrplan.render.language import _, ngettext, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.changes import have_one_text, spoken_where, spoken_words
from vrplan.render.wording.names import kind_name
from vrplan.render.wording.plans import column_told
from vrplan.render.wording.terms import listed, state_name
from vrplan.reports.diff import NO_WORDS

if TYPE_CHECKING:
    from vrplan.reports.changes import Change, What
    from vrplan.reports.diff import DiffReport


def side_names(report: DiffReport) -> tuple[str, str]:
    """What the two sides are called."""
    before, after = report.names
    if report.compared == "dates":
        return norwegian(report.before.clocks.date), norwegian(report.after.clocks.date)
    return visible(before), visible(after) if after is not None else _("the files as they are")


def diff_title(report: DiffReport) -> str:
    """What `diff` answers, for the heading: the day follows."""
    before, after = side_names(report)
    if report.compared == "dates":
        return _("changes from {before} to").format(before=before)
    return _("changes from {before} to {after}, seen on").format(before=before, after=after)


def compared_columns(report: DiffReport) -> list[tuple[str, str]]:
    """Which decisions stand behind the columns that are compared."""
    if report.compared != "columns":
        return []
    return [
        (label, column_told(report.after, name or ""))
        for label, name in zip(
            (pgettext("side", "Before"), pgettext("side", "After")), report.names, strict=True
        )
    ]


def diff_counts(report: DiffReport) -> str:
    """How many items are changed, new and gone, and from which state to which."""
    if report.is_empty:
        return _("No differences.")
    number = len(report.plan_changes)
    besides = ngettext("{number} thing besides the items", "{number} things besides the items", number)
    items = [_items(what, some) for what, some in report.counts.items() if some]
    told = listed(besides.format(number=number) if number else "", *items)
    return f"{told}{_turns(report)}" or _("No item differs, and no decision.")


def _items(what: What, number: int) -> str:
    match what:
        case "new":
            told = ngettext("{number} item new", "{number} items new", number)
        case "gone":
            told = ngettext("{number} item gone", "{number} items gone", number)
        case "changed":
            told = ngettext("{number} item changed", "{number} items changed", number)
        case _:
            assert_never(what)
    return told.format(number=number)


def _turns(report: DiffReport) -> str:
    """How the changed items, which are told last, changed: the most first."""
    ordered = sorted(report.turns.items(), key=lambda pair: -pair[1])
    of_kinds = report.compared == "columns"
    told = [f"{number} {_called(was, of_kinds)} → {_called(now, of_kinds)}" for (was, now), number in ordered]
    others = report.counts["changed"] - sum(report.turns.values())
    if others:
        otherwise = ngettext("{number} otherwise", "{number} otherwise", others)
        told += [otherwise.format(number=others)] if told else []
    return f": {listed(*told)}" if told else ""


def _called(name: str, of_kinds: bool) -> str:
    """A state, or a kind of words, as it is called; where an item had none, what is told instead."""
    if name == NO_WORDS:
        return _("words not known")
    if of_kinds and name in set(Kind):
        return kind_name(Kind(name))
    return state_name(State(name)) if name in set(State) else _("not spoken of")


def quotes(change: Change, report: DiffReport) -> list[str]:
    """The words behind a change: once where they are the same, else those of both sides."""
    sides = [side for side in (change.before, change.after) if side is not None]
    if report.compared == "columns":
        pairs = zip(side_names(report), (change.before, change.after), strict=True)
        return [f"{name}: {spoken_words(side)}" for name, side in pairs if side is not None]
    if have_one_text(change):
        return [told for side in sides[-1:] if (told := spoken_where(side))]
    labels = (pgettext("side", "before"), pgettext("side", "after"))
    return [f"{label}: {spoken_where(side)}" for label, side in zip(labels, sides, strict=True)]


def notes_changed(report: DiffReport) -> list[str]:
    """That notes and the like differ, in one line; how they do is for whoever reads the files."""
    if report.elsewhere and report.after.clocks.as_known:
        return [
            _(
                "The files differ in their order, in an id, or in words that speak of no item"
                " or were not known then."
            )
        ]
    if report.elsewhere:
        return [_("The files differ in their order, in an id, or in words that speak of no item.")]
    notes = report.notes
    found = (
        (ngettext("notes in {number} place", "notes in {number} places", notes.notes), notes.notes),
        (
            ngettext(
                "sources named beside an entry in {number} place",
                "sources named beside an entry in {number} places",
                notes.sources,
            ),
            notes.sources,
        ),
        (
            ngettext(
                "accepted findings in {number} place",
                "accepted findings in {number} places",
                notes.acceptances,
            ),
            notes.acceptances,
        ),
    )
    told = listed(*(message.format(number=number) for message, number in found if number))
    return [_("Also changed: {changed}.").format(changed=told)] if told else []
