"""Status texts and how they are read: what was not understood, repaired or ambiguous is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Severity, Spot
from vrplan.phrases import Kind, read_status
from vrplan.rules.walk import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    "keep the text as the paper has it; where it means something else, say so with means",
)
MISSPELT = Code(
    "VR306", "misspelt-text", Severity.INFO, "“{text}”: {why}", "keep the text as the paper has it"
)
AMBIGUOUS = Code(
    "VR303",
    "ambiguous-text",
    Severity.INFO,
    "“{text}”: {why}",
    "where the paper means another day, say so with means",
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
    "means fills in what a text leaves out; let it say nothing else than the text does",
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
    """A status text that is not surely understood makes a state unknown; somebody must say what it means."""
    for statement in _texts(plan):
        if statement.reading.kind is Kind.UNKNOWN:
            why = " ".join(remark.message for remark in statement.reading.remarks)
            yield _finding(UNREAD, statement, why)


def text_is_repaired(plan: Plan) -> Iterator[Finding]:
    """A date that was read in spite of a typing error stays as it is in the file and is told."""
    return (one for one in _remarked(plan, REPAIRED, _REPAIRS) if _NUMBER.search(one.values["why"]))


def text_is_spelt(plan: Plan) -> Iterator[Finding]:
    """A word that was read in spite of a typing error stays as it is in the file and is told."""
    return (one for one in _remarked(plan, MISSPELT, _REPAIRS) if not _NUMBER.search(one.values["why"]))


def text_is_ambiguous(plan: Plan) -> Iterator[Finding]:
    """A text that people read in two ways is read in the usual one, and that is told, unless `means` settles it."""
    settled = {(*path, "text") for path, sentence in sentences(plan) if sentence.means is not None}
    return (one for one in _remarked(plan, AMBIGUOUS, _DOUBTS) if one.spot.path not in settled)


def second_statement_is_seen(plan: Plan) -> Iterator[Finding]:
    """A text that says two things has one reading: that of the first."""
    return _remarked(plan, SECOND_STATEMENT, frozenset({"second_statement"}))


def meaning_agrees_with_the_text(plan: Plan) -> Iterator[Finding]:
    """`means` adds to a text and does not contradict what the text plainly says."""
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
                    yield _finding(code, statement, remark.message)


def _finding(code: Code, statement: Statement, why: str) -> Finding:
    return Finding(code, Spot(statement.file, statement.path), {"text": statement.text or "", "why": why})
