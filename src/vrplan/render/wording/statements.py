"""The sentences about what is said of an item: its words, its authority, how it is read, what happened."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.language import NP_, _, pgettext
from vrplan.render.safe import visible
from vrplan.render.values import told
from vrplan.render.wording.names import column_standing_name, happening_name, standing_name
from vrplan.render.wording.plans import decided
from vrplan.render.wording.readings import read_as
from vrplan.render.wording.remarks import remark_told
from vrplan.render.wording.terms import listed, said_of_whole, window

if TYPE_CHECKING:
    from vrplan.as_of import Said
    from vrplan.model.plan import Plan
    from vrplan.model.written import Event
    from vrplan.phrases import Remark
    from vrplan.reports.read import Phrase
    from vrplan.reports.why import Testimony, WhyReport


QUOTED = re.compile("(“[^“”]*”|«[^«»]*»)")
"""What `quoted` makes of words of the papers, in any language, in the midst of a sentence."""


def quoted(text: str | None) -> str:
    """Words of the papers in quotation marks; or that nobody has them."""
    if text is None:
        return f"({_('words not among the papers')})"
    return _("“{text}”").format(text=visible(text))


def remark_quoting(remark: Remark) -> str:
    """A reservation about a reading, with the words that it takes from the text in quotation marks."""
    one, names = remark.told, {"words", "read"} if remark.code == "repaired" else {"words"}
    taken = {
        name: quoted(text) for name, text in one.values.items() if name in names and isinstance(text, str)
    }
    return told(replace(one, values={**one.values, **taken}))


def authority(said: Said) -> str:
    """The column or point that a statement stands in, and its decision when that is another name."""
    key = visible(said.statement.authority.key)
    decision = said.seen.decision
    return f"{key} ({decision.id})" if decision and said.statement.authority.column else key


def beside(said: Said) -> str:
    """A statement that stands beside the one that holds: its words, its place, how it is read."""
    standing = "" if said.seen.standing == "adopted" else standing_name(said.seen.standing)
    where = listed(authority(said), standing)
    return f"{quoted(said.statement.text)} – {where}: {read_as(said.statement)}"


def also_said(said: Said) -> str:
    """A statement that stands beside the one that holds, as a line below it."""
    return _("also said: {said}").format(said=beside(said))


def behind(said: Said, plan: Plan) -> str:
    """What the words are worth, and by whom: `adopted 14.6.2018 by Styringsgruppen, sak 16/2018`."""
    decision = said.seen.decision
    if decision is None:
        return _("by no decision")
    called = column_standing_name if said.statement.authority.column else standing_name
    return decided(plan, said.seen.standing, decision, called)


def testimony(one: Testimony, report: WhyReport) -> list[str]:
    """A statement and everything behind it."""
    statement = one.said.statement
    where = listed(authority(one.said), behind(one.said, report.view.plan))
    lines = [
        quoted(statement.text),
        _("read as: {reading}").format(reading=read_as(statement)),
        *(note_told(remark) for remark in one.said.reading.remarks),
        _("stands in: {place}").format(place=where),
    ]
    if statement.reach != "own":
        lines.append(said_of_whole(statement.reach))
    if statement.source:
        lines.append(_("source: {source}").format(source=visible(statement.source)))
    if statement.note:
        lines.append(_("comment: {comment}").format(comment=visible(statement.note)))
    lines.append(_("written at: {place}").format(place=f"{visible(statement.file)}:{one.line}"))
    return lines


def note_told(remark: Remark) -> str:
    """A reservation about a reading as a line below it."""
    return _("note: {remark}").format(remark=remark_told(remark))


def event(one: Event) -> str:
    """A recorded event in one line."""
    return listed(f"{norwegian(one.date)}: {happening_name(one.what)}", event_terms(one))


def event_terms(one: Event) -> str:
    """What is recorded of an event beside its day and what happened."""
    return listed(
        _("to {recipient}").format(recipient=visible(one.recipient)) if one.recipient else "",
        window(one.from_, one.to),
        _("by {name}").format(name=visible(one.who)) if one.who else "",
        _("decision {decision}").format(decision=visible(one.decision)) if one.decision else "",
        visible(one.note) if one.note else "",
        _("source: {source}").format(source=visible(one.source)) if one.source else "",
    )


def explained(one: Phrase) -> list[str]:
    """Which words of a text gave what, and which were not understood."""
    lines: list[str] = []
    position = 0
    for word in one.reading.words:
        lines += _unread(one.text[position : word.start])
        role = pgettext("role of words", _ROLES[word.role])
        lines.append(f"{role}: {visible(one.text[word.start : word.stop])}")
        position = word.stop
    return lines + _unread(one.text[position:])


def _unread(words: str) -> list[str]:
    shown = visible(words).strip(" .,;:–-")
    return [_("not understood: {words}").format(words=shown)] if shown else []


_ROLES = {
    "what": NP_("role of words", "what"),
    "when": NP_("role of words", "when"),
    "recipient": NP_("role of words", "recipient"),
    "modality": NP_("role of words", "modality"),
    "recurrence": NP_("role of words", "recurrence"),
    "done": NP_("role of words", "done"),
    "other": NP_("role of words", "other"),
}
"""What words of a text can be understood as."""
