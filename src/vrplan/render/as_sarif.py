"""Findings as a SARIF 2.1.0 file, the form in which code scanning services take the findings of any tool."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from vrplan import __version__
from vrplan.findings import Severity
from vrplan.render import rule_pages
from vrplan.render.as_json import dump
from vrplan.render.findings import help_line, message
from vrplan.render.language import language, telling_in
from vrplan.render.safe import visible
from vrplan.rules.every import pages

if TYPE_CHECKING:
    from vrplan.findings import Code, Finding, Place, Related
    from vrplan.render.run import Run
    from vrplan.reports.check import CheckReport
    from vrplan.rules.rule import Page

    Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_DRIVE = re.compile("[A-Za-z]:/")


def as_sarif(report: CheckReport, run: Run) -> str:
    """One run: the rules that found something, each with its page, and what they found."""
    codes = {one.code.code: one.code for one in report.findings}
    indexes = {code: index for index, code in enumerate(sorted(codes))}
    by_code = {one.code.code: one for one in pages()}
    driver = {
        "name": "vrplan",
        "version": __version__,
        "semanticVersion": __version__,
        "language": language(),
        "rules": [_rule(codes[code], by_code.get(code)) for code in indexes],
    }
    told: Counter[str] = Counter()
    done = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"],  # those of YAML 1.1
        "results": [_result(one, indexes, told, run) for one in report.findings],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [done]})


def _rule(code: Code, page: Page | None) -> Json:
    rule: Json = {
        "id": code.code,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }
    if page is None or not page.what:
        return rule | {"shortDescription": {"text": code.name.replace("-", " ")}}
    return rule | {
        "shortDescription": {"text": page.what},
        "fullDescription": {"text": f"{page.what}\n\n{page.why}".rstrip()},
        "help": {"text": rule_pages.as_text([page], None), "markdown": rule_pages.as_markdown(page)},
    }


def _result(one: Finding, indexes: dict[str, int], told: Counter[str], run: Run) -> Json:
    """A finding. `told` counts how often the same was said of a file, since a line number is no part of what it is."""
    sentences = message(one)
    file = run.path(one.place.file if one.place else one.spot.file)
    with telling_in("en"):  # a finding is the same one in whatever language it is told
        known_by = message(one).sentence
    same = sha256("\n".join((one.code.code, file, known_by)).encode("utf-8", "replace")).hexdigest()
    told[same] += 1
    related = zip(one.related, sentences.related, strict=True)
    return {
        "ruleId": one.code.code,
        "ruleIndex": indexes[one.code.code],
        "level": _LEVELS[one.code.severity],
        "message": {"text": sentences.sentence + (f"\n{help_line(sentences)}" if sentences.help else "")},
        "locations": [{"physicalLocation": _stretch(file, one.place)}],
        "relatedLocations": [_related(other, sentence, run) for other, sentence in related],
        "partialFingerprints": {"vrplanFinding/v1": f"{same[:32]}:{told[same]}"},
        # The standard wants them on all results of a run or on none.
        "suppressions": [_suppression(one)] if one.accepted else [],
    }


def _related(other: Related, sentence: str, run: Run) -> Json:
    file = run.path(other.spot.file)
    return {"physicalLocation": _stretch(file, other.place), "message": {"text": sentence}}


def _stretch(file: str, place: Place | None) -> Json:
    found: Json = {"artifactLocation": {"uri": _address(file)}}
    if place is None:
        return found
    return found | {
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    }


def _suppression(one: Finding) -> Json:
    return {"kind": "inSource", "status": "accepted", "justification": visible(one.accepted)}


def _address(file: str) -> str:
    """A path as a reference by URI: relative, or with its scheme when it begins at the root or with a drive."""
    address = quote(file, errors="replace")
    if _DRIVE.match(file):
        return f"file:///{file[0]}:{address.removeprefix(quote(file[:2]))}"
    return f"file://{address}" if file.startswith("/") else address
