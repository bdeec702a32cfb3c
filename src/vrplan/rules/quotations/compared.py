"""Each status text held against the papers that it is from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vrplan.model.papers import QuotationCounts, papers_behind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrplan.model.papers import PaperRead, Passage
    from vrplan.model.plan import Plan, Statement


_SHA256 = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)


class Verdict(StrEnum):
    """What is known of a text: nothing but the words in the very paper makes it verified."""

    VERIFIED = "verified"
    NOT_FOUND = "not_found"
    UNVERIFIED = "unverified"
    SUSPECT = "suspect"


class Quotation(NamedTuple):
    """A status text, the papers with a file that it may be from, and what comparing them gave."""

    statement: Statement
    papers: tuple[str, ...]
    verdict: Verdict
    nearest: Passage | None = None
    """The passage most like a text that was not found."""


@dataclass(frozen=True)
class Quotations:
    """Every status text that has words, and the papers that could be compared with them."""

    papers: Mapping[str, PaperRead]
    compared: tuple[Quotation, ...] = ()

    @cached_property
    def counts(self) -> QuotationCounts:
        """How many texts there are of each kind."""
        counted = Counter(one.verdict for one in self.compared)
        return QuotationCounts(**{str(verdict): counted[verdict] for verdict in Verdict})


def quotations_in(plan: Plan, papers: Mapping[str, PaperRead]) -> Quotations:
    """Compare every status text with its papers, those that were read by the ids of their sources."""
    spoken = (one for one in plan.statements() if one.text is not None)
    if not papers:
        return Quotations(papers, tuple(Quotation(one, (), Verdict.UNVERIFIED) for one in spoken))
    comparing = _Comparing(plan, papers)
    return Quotations(papers, tuple(map(comparing.quotation, spoken)))


def is_changed(plan: Plan, name: str, paper: PaperRead) -> bool:
    """Whether the file is another than the one whose sha256 was recorded."""
    source = plan.decided.sources.get(name)
    recorded = (source.sha256 if source is not None else None) or ""
    return is_sha256(recorded) and paper.sha256 not in (None, recorded.casefold())


def is_sha256(value: str) -> bool:
    """Whether it has the form of one."""
    return _SHA256.fullmatch(value) is not None


class _Comparing:
    def __init__(self, plan: Plan, papers: Mapping[str, PaperRead]) -> None:
        from vrplan.rules.quotations.wording import Wording

        self.plan = plan
        self.papers = papers
        read = {name: paper.runs for name, paper in papers.items() if paper.is_read}
        # a file that several sources name was read once
        words = {key: Wording(runs) for key, runs in {id(runs): runs for runs in read.values()}.items()}
        self.wordings = {name: words[id(runs)] for name, runs in read.items()}
        self.changed = {name for name, paper in papers.items() if is_changed(plan, name, paper)}

    def quotation(self, statement: Statement) -> Quotation:
        """What is known of one text."""
        text = statement.text or ""
        names = tuple(name for name in papers_behind(self.plan, statement) if name in self.papers)
        read = [name for name in names if name in self.wordings]
        holding = [name for name in read if self.wordings[name].holds(text)]
        if holding:
            is_sure = any(name not in self.changed for name in holding)
            return Quotation(statement, names, Verdict.VERIFIED if is_sure else Verdict.SUSPECT)
        if not read or any(self.papers[name].may_hold_more for name in names):
            return Quotation(statement, names, Verdict.UNVERIFIED)
        near = (self.wordings[name].nearest(text, statement.note or "") for name in read)
        return Quotation(statement, names, Verdict.NOT_FOUND, next((one for one in near if one), None))
