"""The counts of `transfers`: how many items are at which stage, and how many hand-overs are confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of.stages import Stage
from vrplan.render.language import NNP_, _, ngettext, npgettext
from vrplan.render.wording.transfers import receiver_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrplan.reports.transfers import TransfersReport


_COUNTED = {
    Stage.ACCEPTED: NNP_("stages", "{number} confirmed", "{number} confirmed"),
    Stage.REPORTED: NNP_("stages", "{number} reported, not confirmed", "{number} reported, not confirmed"),
    Stage.BY_WORDS: NNP_(
        "stages", "{number} by the words, not reported", "{number} by the words, not reported"
    ),
    Stage.BY_DATE: NNP_("stages", "{number} by the date, not reported", "{number} by the date, not reported"),
    Stage.UNDER_WAY: NNP_("stages", "{number} under way", "{number} under way"),
    Stage.TO_COME: NNP_("stages", "{number} to come", "{number} to come"),
    Stage.POSTPONED: NNP_("stages", "{number} put off", "{number} put off"),
    Stage.LATE: NNP_("stages", "{number} late", "{number} late"),
    Stage.LEFT_BEHIND: NNP_("stages", "{number} left behind", "{number} left behind"),
    Stage.RETURNED: NNP_("stages", "{number} begun again", "{number} begun again"),
    Stage.UNREAD: NNP_("stages", "{number} not understood", "{number} not understood"),
    Stage.SET_ASIDE: NNP_(
        "stages", "{number} decided, but other words hold", "{number} decided, but other words hold"
    ),
    Stage.SPOKEN_OF: NNP_("stages", "{number} only spoken of", "{number} only spoken of"),
    Stage.OVER: NNP_("stages", "{number} over", "{number} over"),
}


def stage_count(stage: Stage, number: int) -> str:
    """How many are at a stage: `4 to come`."""
    return npgettext("stages", *_COUNTED[stage], number).format(number=number)


def stages(counts: Mapping[Stage, int], confirmed: int) -> str:
    """How many items are at each stage; `confirmed` are those that the receiver has confirmed, over since or not."""
    before = confirmed - counts.get(Stage.ACCEPTED, 0)
    return "; ".join(
        stage_count(stage, number) + (_confirmed_before(number, before) if stage is Stage.OVER else "")
        for stage, number in counts.items()
    )


def _confirmed_before(number: int, confirmed: int) -> str:
    """How many of so many that are over had been confirmed."""
    if not confirmed:
        return ""
    if confirmed == number:
        return f" ({_('confirmed before')})"
    return f" ({_('{number} of them confirmed before').format(number=confirmed)})"


def stage_counts(report: TransfersReport) -> str:
    """The first line of the ledger: how many items are at which stage, and how many that makes."""
    number = sum(report.counts.values())
    told = ngettext("{number} item: {stages}", "{number} items: {stages}", number)
    return told.format(number=number, stages=stages(report.counts, report.confirmed))


def receivers(report: TransfersReport) -> list[tuple[str, str]]:
    """Each receiver, with how many of its hand-overs it has confirmed, and their stages.

    Of a single one nothing is told: all that is counted is its.
    """
    if len(report.receivers) < 2:
        return []
    lines = []
    for one in report.receivers:
        others: dict[Stage, int] = {
            stage: some for stage, some in one.counts.items() if stage is not Stage.ACCEPTED
        }
        before = one.confirmed - one.counts.get(Stage.ACCEPTED, 0)
        told = [confirmed_of(one.confirmed, one.hand_overs)] if one.hand_overs else []
        told += [stages(others, before)] if others else []
        lines.append((receiver_name(one.to), "; ".join(told)))
    return lines


def confirmed_of(confirmed: int, number: int) -> str:
    """How many of so many hand-overs their receiver has confirmed."""
    return _("{confirmed} of {number} confirmed").format(confirmed=confirmed, number=number)


def hand_over_count(report: TransfersReport) -> str:
    """The closing line of the hand-overs; that there is none."""
    if not report.transfers:
        none = _("No hand-over is decided.")
        return _("No hand-over that is decided holds.") if report.set_aside else none
    number = len(report.transfers)
    told = ngettext(
        "{number} hand-over, {confirmed} confirmed by the receiver",
        "{number} hand-overs, {confirmed} confirmed by the receiver",
        number,
    )
    return told.format(number=number, confirmed=report.confirmed)
