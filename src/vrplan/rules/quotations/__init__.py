"""Quotations: what the plan says word for word stands in the papers that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Listed, Related, Severity, Spot, Told
from vrplan.model.papers import place_in_words
from vrplan.rules.quotations.compared import Quotations, Verdict, is_changed, is_sha256, quotations_in
from vrplan.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.findings import Value
    from vrplan.model.papers import Passage
    from vrplan.model.plan import Plan, Statement

__all__ = ["NOT_FOUND", "QUOTATION_RULES", "Quotations", "quotations_in"]

NOT_FOUND = Code(
    "VR604",
    "quotation-not-found",
    Severity.WARNING,
    "“{text}” does not stand in {papers}; nearest there: {nearest}",
    "write it as the paper has it, word for word; if it stands in another paper, name that one as its source",
)
UNVERIFIED = Code(
    "VR605",
    "quotation-unverified",
    Severity.INFO,
    "not verified: {what}, because {why}",
    "put the paper into the plan folder, as a .docx, .html, .md or .txt file, or as a .pdf with a text layer",
)
CHANGED = Code(
    "VR606",
    "paper-changed",
    Severity.WARNING,
    "{file} is not the file whose sha256 was recorded; {suspect}",
    "put the recorded file back; or look at what has changed, and record the sha256 of this one: {sha256}",
)
OUTSIDE = Code(
    "VR607",
    "paper-outside-the-folder",
    Severity.WARNING,
    "{file} leads out of the plan folder, and is not read",
    "put the paper into the folder, or below it, and write its path from there: papirer/sak-15-2018.pdf",
)
NO_CHECKSUM = Code(
    "VR608",
    "not-a-sha256",
    Severity.WARNING,
    "{value} is no sha256, so nobody can tell whether the paper has changed",
    "write the 64 figures and letters a–f that sha256sum (on Windows: certutil -hashfile) tells of the file",
)

_SHOWN = 3
"""So many of the texts that are suspect are shown."""


def quotation_stands_in_its_paper(_: Plan, quotations: Quotations) -> Iterator[Finding]:
    """A status text stands word for word in the paper that it is from, where `sources` names its file.

    A plan is typed in from papers, and whoever relies on it relies on every date in it. The papers of a text are
    its own `source`, else that of its column, else those of the decisions that adopt and propose the column, or of
    the decision that it stands under; what is known by its title only shows no words. Blanks, hyphens and line
    ends, dashes and quotation marks do not count, capitals do. The words are looked for anywhere in the paper:
    that they stand in the row of another activity is not noticed.

    Example:
        sources:
          notat: {title: Saksnotat, file: notat.txt}

        HP 2018: Avsluttes 28.9.2018

    Instead:
        HP 2018: Avsluttes 29.6.2018
    """
    for one in quotations.compared:
        if one.verdict is Verdict.NOT_FOUND:
            values: dict[str, Value] = {
                "text": one.statement.text or "",
                "papers": _either(list(dict.fromkeys(quotations.papers[name].file for name in one.papers))),
                "nearest": _quoted(one.nearest),
            }
            yield Finding(NOT_FOUND, Spot(one.statement.file, one.statement.path), values)


def quotation_can_be_verified(plan: Plan, quotations: Quotations) -> Iterator[Finding]:
    """The paper that a source names as its file is there, and can be read.

    Nobody has compared a text with a paper that is missing, is a scan without a text layer, has a password, or
    needs a package that is not installed: such texts are not verified, and the line that counts them says so. If
    a text may be from several papers, or pages of one cannot be read, what is not found in the others may stand
    there, and is not verified either. Where only a sha256 is recorded, nobody can tell whether it fits.

    Example:
        sources:
          notat: {title: Saksnotat, file: skannet.pdf}

    Instead:
        sources:
          notat: {title: Saksnotat, file: notat.txt}
    """
    for name, paper in quotations.papers.items():
        what = _unverified(plan, quotations, name)
        if what is None or paper.is_outside or not paper.may_hold_more:
            continue
        missing = Told(
            "they were not found in what can be read of {file}: {gaps}",
            {"file": paper.file, "gaps": Listed(tuple(map(_gap, paper.gaps)))},
        )
        values: dict[str, Value] = {"what": what, "why": paper.unreadable or missing}
        yield Finding(UNVERIFIED, Spot(plan.decisions_file, ("sources", name, "file")), values)


def paper_is_the_recorded_one(plan: Plan, quotations: Quotations) -> Iterator[Finding]:
    """The file of a paper is still the one whose `sha256` was recorded.

    Papers are sent out anew, corrected after the meeting, or saved by a program that changes them. Words that were
    compared with another file are suspect until somebody has looked: what was decided may say something else now.
    `vrplan import` records the sha256; for other papers `sha256sum` tells it, on Windows `certutil -hashfile`.

    Example:
        notat:
          title: Saksnotat
          file: notat.txt
          sha256: 0000000000000000000000000000000000000000000000000000000000000000

    Instead:
        notat:
          title: Saksnotat
          file: notat.txt
          sha256: af1e6c529cb11e2e54e6fb886df054925cf734500b6795835fe9a3f9c8445dc8
    """
    for name, paper in quotations.papers.items():
        if not is_changed(plan, name, paper):
            continue
        suspect = _texts_of(quotations, name, Verdict.SUSPECT)
        values = {"file": paper.file, "suspect": _suspect(suspect), "sha256": paper.sha256 or ""}
        related = tuple(
            Related("this text is one of them", Spot(one.file, one.path)) for one in suspect[:_SHOWN]
        )
        yield Finding(CHANGED, Spot(plan.decisions_file, ("sources", name, "sha256")), values, related)


def paper_lies_in_the_folder(plan: Plan, quotations: Quotations) -> Iterator[Finding]:
    """The file of a paper lies in the plan folder, or below it, and its path is written from there.

    A plan is copied, sent and checked by others: what lies elsewhere is not there then, and a plan from somebody
    else shall not make your computer read its other files. So no path with `..`, none that begins at the root or
    with a drive, and no link that leads out is followed.

    Example:
        sources:
          notat: {title: Saksnotat, file: ../papirer/notat.txt}

    Instead:
        sources:
          notat: {title: Saksnotat, file: notat.txt}
    """
    for name, paper in quotations.papers.items():
        if paper.is_outside:
            yield Finding(OUTSIDE, Spot(plan.decisions_file, ("sources", name, "file")), {"file": paper.file})


def checksum_is_one(plan: Plan, _: Quotations) -> Iterator[Finding]:
    """A `sha256` is 64 figures and letters from a to f.

    It is the fingerprint of a file: another file has another one. One that is cut, or of another kind (MD5, SHA-1),
    never fits, and says nothing about whether the paper has changed.

    Example:
        notat: {title: Saksnotat, file: notat.txt, sha256: d41d8cd98f00b204e9800998ecf8427e}

    Instead:
        notat: {title: Saksnotat, file: notat.txt}
    """
    for name, source in plan.decided.sources.items():
        if source.sha256 is not None and not is_sha256(source.sha256):
            spot = Spot(plan.decisions_file, ("sources", name, "sha256"))
            yield Finding(NO_CHECKSUM, spot, {"value": source.sha256})


def _quoted(passage: Passage | None) -> Value:
    if passage is None:
        return Told("nothing like it")
    return Told("“{text}” ({place})", {"text": passage.text, "place": place_in_words(passage.place)})


def _gap(gap: str) -> Value:
    """A page that could not be read, and why: `page 3: it has no text layer`."""
    place, _colon, why = gap.partition(": ")
    return Listed((place_in_words(place), Told(why)), ": ")


def _either(files: Sequence[str]) -> Value:
    told: Value = files[0]
    for file in files[1:]:
        told = Told("{one} or {other}", {"one": told, "other": file})
    return told


def _texts_of(quotations: Quotations, name: str, verdict: Verdict) -> list[Statement]:
    """The texts that may be from a paper, and of which this is known."""
    found = (one for one in quotations.compared if one.verdict is verdict)
    return [one.statement for one in found if name in one.papers]


def _unverified(plan: Plan, quotations: Quotations, name: str) -> Value | None:
    """What nobody can verify without a paper: texts, or at least that it is the recorded file; None for nothing."""
    texts = _texts_of(quotations, name, Verdict.UNVERIFIED)
    if texts:
        return Told("{texts} from {source}", {"texts": _number(texts), "source": name})
    source = plan.decided.sources.get(name)
    if source is not None and is_sha256(source.sha256 or "") and quotations.papers[name].sha256 is None:
        return Told("the sha256 of {source}", {"source": name})
    return None


def _suspect(texts: Sequence[Statement]) -> Value:
    return (
        Told("suspect: {texts}", {"texts": _number(texts)}) if texts else Told("no status text rests on it")
    )


def _number(texts: Sequence[Statement]) -> Value:
    number = {"number": str(len(texts))}
    return Told("{number} text", number) if len(texts) == 1 else Told("{number} texts", number)


QUOTATION_RULES: tuple[Rule, ...] = (
    Rule(NOT_FOUND, quotation_stands_in_its_paper),
    Rule(UNVERIFIED, quotation_can_be_verified),
    Rule(CHANGED, paper_is_the_recorded_one),
    Rule(OUTSIDE, paper_lies_in_the_folder),
    Rule(NO_CHECKSUM, checksum_is_one),
)
"""The rules that hold the plan against its papers."""
