"""What a sound plan must satisfy: every rule by hand in one list, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from vrplan import load, yaml_source
from vrplan.findings import Severity
from vrplan.rules import readings, references

if TYPE_CHECKING:
    from vrplan.findings import Code, Finding
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan

Rule = Callable[["Plan"], Iterator["Finding"]]

SOUNDNESS: tuple[Rule, ...] = (
    references.decision_is_known,
    references.status_key_is_known,
    references.party_is_known,
    references.item_is_known,
    references.body_is_known,
    references.source_is_known,
    references.item_id_is_its_own,
    references.decision_id_is_its_own,
    references.party_is_not_part_of_itself,
)
"""The rules whose findings can be errors: a plan that breaks one is not reported on."""

RULES: tuple[Rule, ...] = (
    *SOUNDNESS,
    readings.text_is_read,
    readings.text_is_repaired,
    readings.text_is_spelt,
    readings.text_is_ambiguous,
    readings.second_statement_is_seen,
    readings.meaning_agrees_with_the_text,
)

CODES: tuple[Code, ...] = (*yaml_source.CODES, *load.CODES, *references.CODES, *readings.CODES)
"""Every code that a finding can have."""


def findings_of(loaded: Loaded) -> tuple[Finding, ...]:
    """All findings of a folder: those met on reading and those of the rules, in the order of their places."""
    return _found(loaded, RULES)


def errors_of(loaded: Loaded) -> tuple[Finding, ...]:
    """The errors of a folder, by the rules that can find one."""
    return tuple(one for one in _found(loaded, SOUNDNESS) if one.code.severity is Severity.ERROR)


def _found(loaded: Loaded, rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    plan = loaded.judged
    found = [finding for rule in rules for finding in rule(plan) if not _is_stand_in(finding, plan)]
    return loaded.placed([*loaded.findings, *found]) if found else loaded.findings


def _is_stand_in(finding: Finding, plan: Plan) -> bool:
    """Whether the rule looked at what only stands in for a value that was reported already."""
    file, path = finding.spot.file, finding.spot.path
    return any((file, path[:length]) in plan.stand_ins for length in range(len(path) + 1))
