"""What a sound plan must satisfy: the rules whose findings can be errors, and by them the errors of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Severity
from vrplan.rules import ids, parties, references, statuses, windows
from vrplan.rules.misread import told_by_characters
from vrplan.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.findings import Finding
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan
    from vrplan.rules.quotations import Quotations

SOUNDNESS: tuple[Rule, ...] = (
    Rule(references.UNKNOWN_DECISION, references.decision_is_known),
    Rule(statuses.UNKNOWN_STATUS_KEY, statuses.status_key_is_known),
    Rule(parties.UNKNOWN_PARTY, parties.party_is_known),
    Rule(parties.SHARED_NAME, parties.party_name_is_its_own),
    Rule(statuses.UNKNOWN_ITEM, statuses.item_is_known),
    Rule(references.UNKNOWN_BODY, references.body_is_known),
    Rule(references.UNKNOWN_SOURCE, references.source_is_known),
    Rule(ids.REPEATED_ID, ids.item_id_is_its_own),
    Rule(ids.REPEATED_DECISION, ids.decision_id_is_its_own),
    Rule(ids.COLUMN_LIKE_DECISION, ids.column_name_is_its_own),
    Rule(parties.PART_OF_ITSELF, parties.party_is_not_part_of_itself),
    Rule(windows.REVERSED, windows.window_ends_after_it_begins),
)
"""The rules about a plan whose findings can be errors: a plan that breaks one is not reported on."""


def errors_of(loaded: Loaded) -> tuple[Finding, ...]:
    """The errors of a folder, by the rules that can find one."""
    found = [*loaded.findings, *found_by(loaded, SOUNDNESS)]
    return tuple(errors_among(told_by_characters(found, loaded)))


def errors_among(findings: Iterable[Finding]) -> list[Finding]:
    """Those of the findings that are errors."""
    return [one for one in findings if one.code.severity is Severity.ERROR]


def found_by(loaded: Loaded, rules: tuple[Rule, ...], *more: Quotations) -> list[Finding]:
    """What the rules find, but for what only stands in for a value that was reported already."""
    plan = loaded.judged
    return [
        finding for rule in rules for finding in rule.finds(plan, *more) if not _is_stand_in(finding, plan)
    ]


def _is_stand_in(finding: Finding, plan: Plan) -> bool:
    """Whether the rule looked at what only stands in for a value that was reported already."""
    file, path = finding.spot.file, finding.spot.path
    return any((file, path[:length]) in plan.stand_ins for length in range(len(path) + 1))
