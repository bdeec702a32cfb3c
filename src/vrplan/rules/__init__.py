"""What a sound plan must satisfy: every rule by hand in one list, in the order in which they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan import load, yaml_source
from vrplan.as_of import Clocks, each_on_date, end_of
from vrplan.findings import Severity
from vrplan.rules import acceptance, authority, closing, hand_over, parties, readings, references, windows
from vrplan.rules.acceptance import with_acceptances
from vrplan.rules.rule import Page, Rule, page

if TYPE_CHECKING:
    from vrplan.findings import Code, Finding
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan

SOUNDNESS: tuple[Rule, ...] = (
    Rule(references.UNKNOWN_DECISION, references.decision_is_known),
    Rule(references.UNKNOWN_STATUS_KEY, references.status_key_is_known),
    Rule(parties.UNKNOWN_PARTY, parties.party_is_known),
    Rule(parties.SHARED_NAME, parties.party_name_is_its_own),
    Rule(references.UNKNOWN_ITEM, references.item_is_known),
    Rule(references.UNKNOWN_BODY, references.body_is_known),
    Rule(references.UNKNOWN_SOURCE, references.source_is_known),
    Rule(references.REPEATED_ID, references.item_id_is_its_own),
    Rule(references.REPEATED_DECISION, references.decision_id_is_its_own),
    Rule(parties.PART_OF_ITSELF, parties.party_is_not_part_of_itself),
    Rule(windows.REVERSED, windows.window_ends_after_it_begins),
)
"""The rules about a plan whose findings can be errors: a plan that breaks one is not reported on."""

RULES: tuple[Rule, ...] = (
    *SOUNDNESS,
    Rule(parties.UNKNOWN_RECIPIENT, parties.recipient_is_a_party),
    Rule(references.SPEAKS_OF_NOTHING, references.status_speaks_of_something),
    Rule(readings.UNREAD, readings.text_is_read),
    Rule(readings.REPAIRED, readings.text_is_repaired),
    Rule(readings.MISSPELT, readings.text_is_spelt),
    Rule(readings.AMBIGUOUS, readings.text_is_ambiguous),
    Rule(readings.SECOND_STATEMENT, readings.second_statement_is_seen),
    Rule(readings.MEANING_DISAGREES, readings.meaning_agrees_with_the_text),
)

JUDGEMENT: tuple[Rule, ...] = (
    Rule(authority.NO_AUTHORITY, authority.column_has_an_authority),
    Rule(authority.UNDATED, authority.decision_has_a_date),
    Rule(authority.PROPOSED_ONLY, authority.authority_is_adopted),
    Rule(authority.TITLE_ONLY, authority.adoption_is_seen),
    Rule(authority.AFTER_THE_ACT, authority.decision_precedes_the_act),
    Rule(authority.NO_COMPETENCE, authority.body_may_decide),
    Rule(authority.REPLACED, authority.decision_is_not_replaced),
    Rule(hand_over.TO_NOBODY, hand_over.transfer_names_a_recipient),
    Rule(hand_over.PARTS_DISAGREE, hand_over.parts_agree_with_the_whole),
    Rule(hand_over.MOVED_AFTERWARDS, hand_over.transferred_is_not_decided_anew),
)
"""The rules that weigh what the plan says against who decided it; a broken plan is not judged before it is mended."""

RULES_AT_THE_END: tuple[Rule, ...] = (
    Rule(closing.ORPHANED, closing.nothing_is_orphaned),
    Rule(closing.OWNERLESS, closing.what_runs_on_has_an_owner),
    Rule(closing.POSITION_WITHOUT_END, closing.position_has_a_last_day),
    Rule(closing.PROPERTY_TO_NOBODY, closing.property_has_a_recipient),
    Rule(closing.RUNS_ON, closing.obligation_has_an_owner),
)
"""The rules that look at each item on the first day without the organisation, where a plan has one."""

_MET_ON_READING: tuple[Code, ...] = (*yaml_source.CODES, *load.CODES, *acceptance.CODES)
_ALL_RULES = (*RULES, *JUDGEMENT, *RULES_AT_THE_END)

CODES: tuple[Code, ...] = (*_MET_ON_READING, *(rule.code for rule in _ALL_RULES))
"""Every code that a finding can have."""


def pages() -> list[Page]:
    """What there is to read about each code, in the order of the codes."""
    found = [page(code, code.page) for code in _MET_ON_READING]
    found += [page(rule.code, rule.finds.__doc__ or "") for rule in _ALL_RULES]
    return sorted(found, key=lambda one: one.code.code)


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
    return [finding for rule in rules for finding in rule.finds(plan) if not _is_stand_in(finding, plan)]


def _found_at_the_end(loaded: Loaded) -> list[Finding]:
    """What is left when the organisation has ceased; one item at a time, since a plan may have many."""
    plan = loaded.judged
    if plan.ceases is None:
        return []
    clocks = Clocks(plan.ceases.date)
    if end_of(plan, clocks) is None:
        return []
    items = each_on_date(plan, clocks)
    return [finding for one in items for rule in RULES_AT_THE_END for finding in rule.finds(one, plan)]


def _is_stand_in(finding: Finding, plan: Plan) -> bool:
    """Whether the rule looked at what only stands in for a value that was reported already."""
    file, path = finding.spot.file, finding.spot.path
    return any((file, path[:length]) in plan.stand_ins for length in range(len(path) + 1))
