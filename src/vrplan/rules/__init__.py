"""What a sound plan must satisfy: every rule by hand in one list, in the order in which they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan import load, yaml_source
from vrplan.rules import readings, references

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.findings import Code, Finding
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan

RULES: tuple[Callable[[Plan], Iterator[Finding]], ...] = (
    references.decision_is_known,
    references.status_key_is_known,
    references.party_is_known,
    references.item_is_known,
    references.body_is_known,
    references.source_is_known,
    references.item_id_is_its_own,
    references.decision_id_is_its_own,
    references.party_is_not_part_of_itself,
    readings.text_is_read,
    readings.text_is_repaired,
    readings.text_is_ambiguous,
    readings.second_statement_is_seen,
    readings.meaning_agrees_with_the_text,
)

CODES: tuple[Code, ...] = (*yaml_source.CODES, *load.CODES, *references.CODES, *readings.CODES)
"""Every code that a finding can have."""


def findings_of(loaded: Loaded) -> tuple[Finding, ...]:
    """All findings of a folder: those met on reading and those of the rules, in the order of their places."""
    if loaded.plan is None:
        return loaded.findings
    plan = loaded.plan
    found = [finding for rule in RULES for finding in rule(plan) if not _is_stand_in(finding, plan)]
    return loaded.placed([*loaded.findings, *found]) if found else loaded.findings


def _is_stand_in(finding: Finding, plan: Plan) -> bool:
    """Whether the rule looked at what only stands in for a value that was reported already."""
    file, path = finding.spot.file, finding.spot.path
    return any((file, path[:length]) in plan.stand_ins for length in range(len(path) + 1))
