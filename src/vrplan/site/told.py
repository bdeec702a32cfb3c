"""What the pages tell that no other report does: states counted and explained, rows of tables, days that matter."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from vrplan.as_of import State
from vrplan.days import ONE_DAY, norwegian, quarter
from vrplan.render import wording
from vrplan.render.language import N_, _, pgettext
from vrplan.render.wording.ledger import stage_counts, stages
from vrplan.render.wording.status import highlights
from vrplan.render.wording.terms import state_counts as counts_told
from vrplan.reports.agenda import Section
from vrplan.site.searching import Search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate, Segment
    from vrplan.model.plan import Plan
    from vrplan.reports.agenda import AgendaEntry, AgendaReport
    from vrplan.reports.closeout import CloseoutReport, Open, Reason
    from vrplan.reports.status import StatusReport
    from vrplan.reports.transfers import Receiver
    from vrplan.site.edition import Edition, Origin

_BEHIND = frozenset({Section.PASSED, Section.NOBODY})
"""What was to happen, or is so already."""

T = TypeVar("T")
K = TypeVar("K")

_EXPLAINED = {
    State.NOT_STARTED: N_("Its time has not come yet."),
    State.ONGOING: N_("It runs."),
    State.IN_TRANSITION: N_("It is being handed over: the window for that is open."),
    State.DUE: N_("It is to be done now: its window is open."),
    State.OVERDUE: N_("Its window has closed, and nothing reports it as done."),
    State.POSTPONED: N_("It has been put off."),
    State.TRANSFERRED: N_("It has gone to somebody else, by the plan's words or as recorded."),
    State.ENDED: N_("Its last day has passed by the plan, or it is reported as ended."),
    State.DONE: N_("It is done."),
    State.CANCELLED: N_("It was called off."),
    State.ORPHANED: N_("It runs on, the organisation is gone, and nobody has taken it over."),
    State.UNDECIDED: N_("Something is proposed or considered, and nothing is decided."),
    State.UNKNOWN: N_("The words of the plan are not surely understood."),
}


class Row(NamedTuple):
    """An item in a table."""

    id: str
    state: State
    told: str
    name: str
    area: str
    when: str
    words: str
    more: str
    """By which words a search finds it, beside those that the table shows."""


def rows(items: Iterable[ItemOnDate], view: PlanOnDate) -> Iterator[Row]:
    """What a table tells of each item."""
    search = Search(view.plan)
    for one in items:
        item = one.item
        focus_area = item.focus_area if item.focus_area != item.name else None
        area = " / ".join(name for name in (item.area, focus_area) if name)
        shown = (item.name, area, wording.when(one, view.clocks.date), wording.words(one))
        more = search.words(one, " ".join(shown))
        yield Row(item.id, one.state, wording.state_name(one.state), *shown, more)


def receiver(one: Segment) -> str | None:
    """Who receives the item, or has, in a stretch of time: nobody yet while it runs as before."""
    return None if one.state in {State.NOT_STARTED, State.ONGOING} else one.to


def explained_states() -> list[tuple[State, str]]:
    """Each state, and what it means."""
    return [(state, _(told)) for state, told in _EXPLAINED.items()]


def counted_states(items: Iterable[ItemOnDate]) -> list[tuple[State, int]]:
    """The states that any of the items has, in the usual order, and how many are in it."""
    number = Counter(one.state for one in items)
    return [(state, number[state]) for state in State if number[state]]


def state_counts(items: Iterable[ItemOnDate]) -> str:
    """How many of the items are in each state, the most first."""
    return counts_told(Counter(one.state for one in items))


def answers(report: StatusReport) -> list[tuple[str, str, list[ItemOnDate]]]:
    """The three answers for a chief executive: the label, the sentence, and the items that it speaks of."""
    found = report.highlights
    changed, upcoming, (nobody, _with_ids) = highlights(found, report.view.clocks.date)
    return [
        (*changed, [change.now for change in found.changes]),
        (*upcoming, [change.now for change in found.next_changes]),
        (nobody, _ownerless(report), [*found.ownerless, *found.ownerless_later]),
    ]


def _ownerless(report: StatusReport) -> str:
    found = report.highlights
    now = state_counts(found.ownerless) or _("nothing on this day")
    if found.ownerless_from is None:
        return now
    later = state_counts(found.ownerless_later) or _("nothing")
    return _("{now}; from {day}: {later}").format(now=now, day=norwegian(found.ownerless_from), later=later)


def by_area(items: Iterable[ItemOnDate]) -> list[tuple[str, list[ItemOnDate]]]:
    """The items under their areas; what stands outside of them, under the empty name."""
    return together(items, lambda one: one.item.area or "")


def by_focus_area(items: Iterable[ItemOnDate]) -> list[tuple[str, list[ItemOnDate]]]:
    """The items of an area under its focus areas."""
    return together(items, lambda one: one.item.focus_area or "")


def main_pages(edition: Edition) -> list[tuple[str, str]]:
    """The pages that every page leads to: their addresses, and what they are called."""
    return [
        ("index.html", _("Overview")),
        ("next.html", _("What is next")),
        ("items.html", _("All items")),
        ("timeline.html", _("Timeline")),
        ("hand-overs.html", _("Hand-overs")),
        ("decisions.html", _("Decisions")),
        *([("closing.html", wording.closing_title(edition.closing))] if edition.closing else []),
        ("findings.html", _("Findings")),
    ]


def made_by(origin: Origin) -> str:
    """Which program made the pages, and from what."""
    if origin.revision:
        told = _("Made by vrplan {version} from revision {revision}.")
        return told.format(version=origin.version, revision=origin.revision)
    return _("Made by vrplan {version} from files without a git revision.").format(version=origin.version)


def by_section(report: AgendaReport) -> list[tuple[Section, list[AgendaEntry]]]:
    """What is next, under its headings."""
    return together(report.entries, lambda one: one.section)


def decide_all_by(some: Sequence[AgendaEntry], report: AgendaReport) -> str:
    """By when all of several entries are to be decided, where that is the same; empty where it is not."""
    told = {wording.decide_by(one, report) for one in some}
    return told.pop() if len(told) == 1 and len(some) > 1 else ""


def column_of(section: Section) -> str:
    """What the column is called that tells what is next, or what has passed."""
    return pgettext("what has passed", "What it is about") if section in _BEHIND else _("What is next")


def by_reason(report: CloseoutReport) -> list[tuple[Reason, list[Open]]]:
    """What is open, by the reason that keeps it so."""
    return together(report.open, lambda one: one.reason)


def receivers(edition: Edition) -> list[tuple[Receiver, str]]:
    """Each receiver, and at which stage its hand-overs are; with those of its parts, which stand on its page too."""
    return [(one, _received(one, edition)) for one in edition.ledger.receivers]


def _received(one: Receiver, edition: Edition) -> str:
    own = stages(one.counts, one.confirmed)
    whole = edition.ledger_of(one.to) if one.to is not None else None
    if whole is None or whole.counts == one.counts:
        return own
    return _("{own} (with its parts {all})").format(own=own, all=stage_counts(whole))


def days(edition: Edition) -> list[tuple[date, str]]:
    """The days that matter, each with what it is."""
    return [(day, "; ".join(_what_is_on(edition, day))) for day in edition.days]


def meetings_of(bodies: Iterable[str], plan: Plan) -> str:
    """Which bodies meet on a day."""
    return "; ".join(_("meeting: {body}").format(body=plan.decided.body_name(body)) for body in bodies)


def _what_is_on(edition: Edition, day: date) -> Iterator[str]:
    plan, ceases = edition.view.plan, edition.view.ceases
    if day == edition.view.clocks.date:
        yield _("the day of this edition")
    if day in edition.meetings:
        yield meetings_of((meeting.body for meeting in edition.meetings[day]), plan)
    if day == quarter(day.year, (day.month + 2) // 3)[1]:
        yield _("the end of a year") if day.month == 12 else _("the end of a quarter")
    if ceases is not None and day == ceases - ONE_DAY:
        yield _("the last day of {organisation}").format(organisation=plan.organisation)
    if day == ceases:
        yield _("the first day without {organisation}").format(organisation=plan.organisation)


def together(some: Iterable[T], what: Callable[[T], K]) -> list[tuple[K, list[T]]]:
    """What has one thing in common, in the order in which it first comes."""
    found: dict[K, list[T]] = {}
    for one in some:
        found.setdefault(what(one), []).append(one)
    return list(found.items())
