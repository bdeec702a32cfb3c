"""Names of activities that carry a status: what stands in a name is never read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Severity, Spot
from vrplan.phrases import Context, Kind, read_status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan
    from vrplan.phrases import Reading

STATUS_IN_NAME = Code(
    "VR309",
    "status-in-name",
    Severity.INFO,
    "the name of {item} says “{words}”, and a name is never read",
    "let it stand under status, in the column of that paper, and not in the name",
)

_STEMS = (
    "slutte", "slutta", "vikle", "vikla", "pphør", "pphøy", "førest", "føres", "ført", "førast", "legges ned",
    "agt ned", "edleg", "edlagt", "tgår", "tgått", "tsatt", "tsettes", "erdig", "øpende", "øpande", "ågår",
)  # fmt: skip
"""Parts of the words below that hardly any other word holds: most names hold none, and are not looked at again."""
_HAPPENS = (
    r"avslutt(?:es|et|ast|a)|avvikl(?:es|et|ast|a)|opphører|opphørte|opphøyrer|legges ned|lagt ned|nedlegges"
    r"|nedlagt|videreføre?s|videreført|vidareførast|vidareført|overføre?s|overført|overførast|utgår|utgått|utsatt"
    r"|utsettes"
)
_STATUS = (
    rf"(?i)(?:er |blir |ble |vert )?(?:{_HAPPENS}|gjennomført|utført|ferdig(?:stilt)?|(?:fort)?løpende|(?:fort)?løpande"
    r"|pågår)\b"
)
_PARTS = r"\s[–—-]\s|[();:]|\.(?=\s|$)"
"""What sets a part of a name off: a dash between spaces, a bracket, a colon, a semicolon, a full stop."""
_FOLLOWING = rf"(?i)(?<=\s)(?:er |blir )?\b(?:{_HAPPENS})\b"
_CLAUSE = r"(?i)\b(?:som|at|når|hvis|dersom|der|hva|hvem|om|til|før|etter)\b"
"""What begins a clause that belongs to the task: «avtaler som opphører 31.12»."""
_SAYS = frozenset(
    {Kind.ENDS, Kind.CONTINUES, Kind.TRANSFERS, Kind.CANCELLED, Kind.POSTPONED, Kind.DONE, Kind.ONGOING}
)


def activity_name_is_no_status(plan: Plan) -> Iterator[Finding]:
    """The name of an activity says what is done, and not how far it has come.

    When a table is typed in, the status of a cell easily lands in the one beside it: «Drifte nettverk (avsluttes
    29.6.18)». There it is part of the name, and the activity runs on for ever in each report. Tasks that are called
    «Videreføre kontakten …» or «Avslutte avtaler» are names as they should be. What the paper itself has in the name
    may stand, accepted with that as the reason.

    Example:
        name: Drifte nettverket (avsluttes 29.6.18)
        status:
          HP 2018: Løpende

    Instead:
        name: Drifte nettverket
        status:
          HP 2018: Avsluttes 29.6.18
    """
    names = dict.fromkeys(item.name for item in plan.items if item.level == "activity")
    together = "\n".join(names)
    if not any(stem in together for stem in _STEMS):
        return
    context = Context(plan.written.period.from_.year, None, plan.seasons, plan.party_names)
    told = {name: words for name in names if (words := _status_in(name, context))}
    for item in plan.items if told else ():
        if item.level == "activity" and item.name in told:
            values = {"item": item.id, "words": told[item.name]}
            yield Finding(STATUS_IN_NAME, Spot(item.file, (*item.path, "name")), values)


def _status_in(name: str, context: Context) -> str:
    """The words of a name that are a status; empty when there are none."""
    if not any(stem in name for stem in _STEMS):
        return ""
    for part in map(str.strip, re.split(_PARTS, name)):
        if re.match(_STATUS, part) and _is_status(part, read_status(part, context)):
            return part
    following = re.search(_FOLLOWING, name)
    if following is None or re.search(_CLAUSE, name[: following.start()]):
        return ""
    words = name[following.start() :]
    return words if _is_dated(read_status(words, context)) else ""


def _is_status(part: str, reading: Reading) -> bool:
    """Whether it says nothing else than a status: «løpende oppfølging av avtaler» does."""
    text = list(part)
    for word in reading.words:
        text[word.start : word.stop] = " " * (word.stop - word.start)
    said = reading.kind in _SAYS
    return said and (not any(sign.isalnum() for sign in text) or _is_dated(reading))


def _is_dated(reading: Reading) -> bool:
    dated = reading.start is not None or reading.end is not None or reading.recipient is not None
    return reading.kind in _SAYS - {Kind.ONGOING} and dated
