"""Status texts and how they are read: what was not understood, repaired or ambiguous is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Listed, Severity, Spot
from vrplan.phrases import Kind, read_status
from vrplan.rules.walk import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Value
    from vrplan.model.plan import Plan, Statement
    from vrplan.phrases import Reading

UNREAD = Code(
    "VR301",
    "unread-text",
    Severity.WARNING,
    "“{text}” is not understood, so its state is unknown. {why}",
    "say what it means beside it: {{text: …, means: {{kind: …, from: …, to: …}}}}; vrplan read --explain tells more",
)
REPAIRED = Code(
    "VR302",
    "repaired-text",
    Severity.WARNING,
    "“{text}”: {why}",
    "correct it if the slip is yours; else keep it as the paper has it, and say with means if it means another day",
)
MISSPELT = Code(
    "VR306",
    "misspelt-text",
    Severity.INFO,
    "“{text}”: {why}",
    "correct it if the slip is yours; else keep it as the paper has it",
)
AMBIGUOUS = Code(
    "VR303",
    "ambiguous-text",
    Severity.INFO,
    "“{text}”: {why}",
    "where the paper means another day, write that day beside the text, under means",
)
SECOND_STATEMENT = Code(
    "VR304",
    "second-statement",
    Severity.INFO,
    "“{text}”: {why}",
    "write a list of texts, or make the second thing an obligation of its own",
)
MEANING_DISAGREES = Code(
    "VR305",
    "meaning-disagrees",
    Severity.WARNING,
    "means says {key}: {said}, and “{text}” says {read}",
    "means only says what a text leaves out; if the date was moved later, let that decision have a line of its own",
)

_PLAIN = frozenset({Kind.ENDS, Kind.TRANSFERS, Kind.CONTINUES, Kind.DONE, Kind.CANCELLED, Kind.POSTPONED})
"""What a text says plainly; the other kinds may come from no more than the time that it names."""
_REPAIRS = frozenset({"repaired", "lost_dash"})
_NUMBER = re.compile(r"\d")
_DOUBTS = frozenset(
    {
        "ambiguous_window",
        "inclusive_date",
        "stops_before",
        "first_of_month",
        "window_not_day",
        "approximate",
        "delayed",
        "shortened",
    }
)


def text_is_read(plan: Plan) -> Iterator[Finding]:
    """A status text is understood, or somebody has written beside it what it means.

    vrplan never guesses. What it cannot read for sure has an unknown state: no list says that it ends, or
    that somebody gets it, and at the hand-over it is missing. The finding does not say that the text is
    wrong; the words stay as they were decided, and `means` stands beside them. A word that your papers use
    often can be taught to the reader once and for all.

    Example:
        status:
          HP 2018: I god gjenge

    Instead:
        status:
          HP 2018: {text: I god gjenge, means: {kind: ongoing}}
    """
    for statement in _texts(plan):
        if statement.reading.kind is Kind.UNKNOWN:
            why = Listed(tuple(remark.told for remark in statement.reading.remarks), " ")
            yield _finding(UNREAD, statement, why)


def text_is_repaired(plan: Plan) -> Iterator[Finding]:
    """A date with a typing error is read as it was surely meant, and that is told.

    Somebody should lay it beside the paper: `29..6.18` is most likely 29 June, and one wrong digit moves an
    end by a month. If the slip is yours, correct it. If the paper has it so, leave it, for the words stay as
    they were decided; with `accept: {VR302: Slik står det i notatet}` beside the text you say that you have
    looked.

    Example:
        status:
          HP 2018: Avsluttes 29..6.18

    Instead:
        status:
          HP 2018: Avsluttes 29.6.18
    """
    return (one for one in _remarked(plan, REPAIRED, _REPAIRS) if _NUMBER.search(str(one.values["why"])))


def text_is_spelt(plan: Plan) -> Iterator[Finding]:
    """A word with a typing error is read as it was surely meant, and that is told.

    A reading that hangs on a letter should have been seen by a person once, and then all is well. If the slip
    is yours, correct it. If the paper has it so, leave it: the minutes are quoted here, not improved. It is
    an info, and nothing has to be done.

    Example:
        status:
          HP 2018: Avslutes 29.6.2018

    Instead:
        status:
          HP 2018: Avsluttes 29.6.2018
    """
    return (one for one in _remarked(plan, MISSPELT, _REPAIRS) if not _NUMBER.search(str(one.values["why"])))


def text_is_ambiguous(plan: Plan) -> Iterator[Finding]:
    """A text that people read in two ways is read in the usual one, and that is told, unless `means` settles it.

    «Opphører 1.1.2019» is the first day without it to some and the last day with it to others, and «i 2018»
    may be any day of the year. It can cost a month's rent. The reading that is used is shown, so that you can
    lay it beside what the meeting meant; if that is another day, or you want it settled, write the day in
    `means`.

    Example:
        status:
          HP 2018: Avsluttes i 2018

    Instead:
        status:
          HP 2018: {text: Avsluttes i 2018, means: {to: 2018-12-31}}
    """
    settled = {(*path, "text") for path, sentence in sentences(plan) if sentence.means is not None}
    return (one for one in _remarked(plan, AMBIGUOUS, _DOUBTS) if one.spot.path not in settled)


def second_statement_is_seen(plan: Plan) -> Iterator[Finding]:
    """A text that says two things is read by its first, or by what becomes of it.

    «Løpende, avsluttes 31.12.» says how it stands and then how it ends: the end is read. Otherwise the first
    thing counts, and the finding tells which of them it was.

    The second thing is kept word for word, but no list has it: a payment that was promised in half a sentence
    is nobody's task until somebody asks for the money. Written as a list, each sentence is read by itself.
    What lives on by itself, such as a payment or a contract, is better off as an entry under `obligations`.

    Example:
        status:
          HP 2018: Videreføres ut 2019. Andelen utbetales i 2018

    Instead:
        status:
          HP 2018:
            - Videreføres ut 2019
            - Andelen utbetales i 2018
    """
    return _remarked(plan, SECOND_STATEMENT, frozenset({"second_statement"}))


def meaning_agrees_with_the_text(plan: Plan) -> Iterator[Finding]:
    """`means` adds to a text, and does not contradict what the text plainly says.

    The words are what was decided; `means` only says what they leave out. Where the two differ, reports go by
    `means`, and whoever looks up the minutes finds another date there. Nobody can say then which of them was
    decided. If a later meeting moved the date, its words get a line of their own.

    Example:
        status:
          HP 2018: {text: Avsluttes 29.6.2018, means: {to: 2018-07-31}}

    Instead:
        status:
          HP 2018: Avsluttes 29.6.2018
          Justert HP 2018: Avsluttes 31.7.2018
    """
    meant = {(*path, "text"): one for path, one in sentences(plan) if one.means and one.text is not None}
    readings: dict[tuple[str, str], Reading] = {}
    for statement in plan.statements():
        means = meant[statement.path].means if statement.path in meant else None
        if means is None or statement.text is None:
            continue
        path, spoken = statement.path[:-1], (statement.authority.key, statement.text)
        text = readings.get(spoken)
        if text is None:
            text = readings[spoken] = read_status(statement.text, plan.context_of(statement.authority))
        kind = text.kind if text.kind in _PLAIN else None
        recipient = plan.party_named(means.recipient) or means.recipient if means.recipient else None
        for key, said, read in (
            ("kind", means.kind, kind),
            ("from", means.from_, text.start),
            ("to", means.to, text.end),
            ("recipient", recipient, text.recipient),
        ):
            if said is not None and read is not None and said != read:
                values = {"key": key, "said": str(said), "read": str(read), "text": statement.text}
                yield Finding(MEANING_DISAGREES, Spot(plan.file, (*path, "means", key)), values)


def _texts(plan: Plan) -> Iterator[Statement]:
    return (statement for statement in plan.statements() if statement.text is not None)


def _remarked(plan: Plan, code: Code, remarks: frozenset[str]) -> Iterator[Finding]:
    for statement in _texts(plan):
        if statement.reading.kind is not Kind.UNKNOWN:
            for remark in statement.reading.remarks:
                if remark.code in remarks:
                    yield _finding(code, statement, remark.told)


def _finding(code: Code, statement: Statement, why: Value) -> Finding:
    return Finding(code, Spot(statement.file, statement.path), {"text": statement.text or "", "why": why})
