"""What a sound plan must satisfy: every rule by hand in one list, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from vrplan import load, yaml_source
from vrplan.as_of import Clocks, each_on_date, end_of
from vrplan.findings import Severity
from vrplan.rules import acceptance, authority, closing, hand_over, parties, readings, references, windows
from vrplan.rules.acceptance import with_acceptances

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate
    from vrplan.findings import Code, Finding
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan

Rule = Callable[["Plan"], Iterator["Finding"]]

SOUNDNESS: tuple[Rule, ...] = (
    references.decision_is_known,
    references.status_key_is_known,
    parties.party_is_known,
    parties.party_name_is_its_own,
    references.item_is_known,
    references.body_is_known,
    references.source_is_known,
    references.item_id_is_its_own,
    references.decision_id_is_its_own,
    parties.party_is_not_part_of_itself,
    windows.window_ends_after_it_begins,
)
"""The rules whose findings can be errors: a plan that breaks one is not reported on."""

RULES: tuple[Rule, ...] = (
    *SOUNDNESS,
    parties.recipient_is_a_party,
    references.status_speaks_of_something,
    readings.text_is_read,
    readings.text_is_repaired,
    readings.text_is_spelt,
    readings.text_is_ambiguous,
    readings.second_statement_is_seen,
    readings.meaning_agrees_with_the_text,
)

JUDGEMENT: tuple[Rule, ...] = (
    authority.column_has_an_authority,
    authority.decision_has_a_date,
    authority.authority_is_adopted,
    authority.adoption_is_seen,
    authority.decision_precedes_the_act,
    authority.body_may_decide,
    authority.decision_is_not_replaced,
    hand_over.transfer_names_a_recipient,
    hand_over.parts_agree_with_the_whole,
    hand_over.transferred_is_not_decided_anew,
)
"""The rules that weigh what the plan says against who decided it; a broken plan is not judged before it is mended."""

RULES_AT_THE_END: tuple[Callable[[ItemOnDate, Plan], Iterator[Finding]], ...] = (
    closing.nothing_is_orphaned,
    closing.what_runs_on_has_an_owner,
    closing.position_has_a_last_day,
    closing.property_has_a_recipient,
    closing.obligation_has_an_owner,
)
"""The rules that look at each item on the first day without the organisation, where a plan has one."""

CODES: tuple[Code, ...] = (
    *yaml_source.CODES,
    *load.CODES,
    *acceptance.CODES,
    *references.CODES,
    *parties.CODES,
    *readings.CODES,
    *windows.CODES,
    *authority.CODES,
    *hand_over.CODES,
    *closing.CODES,
)
"""Every code that a finding can have."""


def findings_of(loaded: Loaded) -> tuple[Finding, ...]:
    """All findings of a folder: those met on reading and those of the rules, in the order of their places."""
    found = _found(loaded, RULES)
    if not loaded.judged.unread and not loaded.judged.stand_ins:
        found += [*_found(loaded, JUDGEMENT), *_found_at_the_end(loaded)]
    return loaded.placed(with_acceptances([*loaded.findings, *found], loaded))


def errors_of(loaded: Loaded) -> tuple[Finding, ...]:
    """The errors of a folder, by the rules that can find one."""
    found = (*loaded.findings, *_found(loaded, SOUNDNESS))
    return tuple(one for one in found if one.code.severity is Severity.ERROR)


def _found(loaded: Loaded, rules: tuple[Rule, ...]) -> list[Finding]:
    plan = loaded.judged
    return [finding for rule in rules for finding in rule(plan) if not _is_stand_in(finding, plan)]


def _found_at_the_end(loaded: Loaded) -> list[Finding]:
    """What is left when the organisation has ceased; one item at a time, since a plan may have many."""
    plan = loaded.judged
    if plan.ceases is None:
        return []
    clocks = Clocks(plan.ceases.date)
    if end_of(plan, clocks) is None:
        return []
    items = each_on_date(plan, clocks)
    return [finding for one in items for rule in RULES_AT_THE_END for finding in rule(one, plan)]


def _is_stand_in(finding: Finding, plan: Plan) -> bool:
    """Whether the rule looked at what only stands in for a value that was reported already."""
    file, path = finding.spot.file, finding.spot.path
    return any((file, path[:length]) in plan.stand_ins for length in range(len(path) + 1))
