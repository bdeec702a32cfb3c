"""Every rule by hand in one list, in the order in which they run, and what they find in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan import load, yaml_source
from vrplan.as_of import Clocks, each_on_date, end_of
from vrplan.rules import (
    SOUNDNESS,
    acceptance,
    activity_names,
    adoption,
    authority,
    before,
    bodies,
    cases,
    chronology,
    closing,
    days_off,
    disagreement,
    errors_among,
    found_by,
    hand_over,
    happened,
    hollow,
    lookalikes,
    misread,
    outside,
    overridden,
    parties,
    readings,
    recipients,
    statuses,
    unused,
)
from vrplan.rules.acceptance import with_acceptances
from vrplan.rules.edits import EDIT_RULES, NOT_COMPARED, findings_of_edit
from vrplan.rules.misread import told_by_characters
from vrplan.rules.quotations import QUOTATION_RULES
from vrplan.rules.rule import Page, Rule, page

if TYPE_CHECKING:
    from vrplan.findings import Code, Finding
    from vrplan.load import Loaded
    from vrplan.rules.quotations import Quotations

RULES: tuple[Rule, ...] = (
    *SOUNDNESS,
    Rule(parties.UNKNOWN_RECIPIENT, parties.recipient_is_a_party),
    Rule(statuses.SPEAKS_OF_NOTHING, statuses.status_speaks_of_something),
    Rule(readings.UNREAD, readings.text_is_read),
    Rule(readings.REPAIRED, readings.text_is_repaired),
    Rule(readings.MISSPELT, readings.text_is_spelt),
    Rule(readings.AMBIGUOUS, readings.text_is_ambiguous),
    Rule(readings.SECOND_STATEMENT, readings.second_statement_is_seen),
    Rule(readings.MEANING_DISAGREES, readings.meaning_agrees_with_the_text),
    Rule(lookalikes.STRANGE_NAME, lookalikes.name_is_typed),
)

JUDGEMENT: tuple[Rule, ...] = (
    Rule(authority.NO_AUTHORITY, authority.column_has_an_authority),
    Rule(authority.UNDATED, authority.decision_has_a_date),
    Rule(authority.PROPOSED_ONLY, authority.authority_is_adopted),
    Rule(authority.TITLE_ONLY, authority.adoption_is_seen),
    Rule(chronology.AFTER_THE_ACT, chronology.decision_precedes_the_act),
    Rule(authority.NO_COMPETENCE, authority.body_may_decide),
    Rule(chronology.REPLACED, chronology.decision_is_not_replaced),
    Rule(hand_over.TO_NOBODY, hand_over.transfer_names_a_recipient),
    Rule(hand_over.PARTS_DISAGREE, hand_over.parts_agree_with_the_whole),
    Rule(hand_over.MOVED_AFTERWARDS, hand_over.transferred_is_not_decided_anew),
    Rule(recipients.OTHER_RECIPIENT, recipients.recipient_is_the_decided_one),
    Rule(happened.TOO_EARLY, happened.event_follows_the_beginning),
    Rule(happened.TOO_LATE, happened.event_precedes_the_end),
    Rule(happened.TWICE, happened.event_is_recorded_once),
    Rule(happened.TOO_SOON, happened.confirmation_follows_the_hand_over),
    Rule(overridden.DECIDED_SINCE, overridden.event_is_not_decided_anew),
    Rule(overridden.NOT_HANDED_OVER, overridden.hand_over_is_recorded_as_one),
    Rule(adoption.PROPOSED_AFTERWARDS, adoption.column_is_proposed_first),
    Rule(adoption.PROPOSED_BY_ITSELF, adoption.column_is_proposed_by_another),
    Rule(before.BEFORE_ITS_DECISION, before.act_follows_its_decision),
    Rule(before.CITED_BEFORE, before.decision_is_older_than_the_paper),
    Rule(cases.OTHER_YEAR, cases.case_is_of_its_year),
    Rule(cases.TWO_SPELLINGS, cases.case_is_written_in_one_way),
    Rule(bodies.SHARED_BODY_NAME, bodies.body_name_is_its_own),
    Rule(bodies.OTHER_WEEKDAY, bodies.body_meets_on_its_weekday),
    Rule(bodies.NO_MEETING, bodies.decision_has_its_meeting),
    Rule(disagreement.TEXTS_DISAGREE, disagreement.texts_of_one_column_agree),
    Rule(activity_names.STATUS_IN_NAME, activity_names.activity_name_is_no_status),
    Rule(outside.OUTSIDE, outside.window_is_of_the_plans_time),
    Rule(outside.DUE_AFTER_THE_END, outside.nothing_is_due_after_the_end),
    Rule(days_off.DAY_OFF, days_off.last_day_is_a_working_day),
    Rule(hollow.NO_ACTIVITIES, hollow.measure_has_activities),
    Rule(hollow.NOTHING_SAID, hollow.item_is_spoken_of),
    Rule(unused.UNUSED_PARTY, unused.party_is_named),
    Rule(unused.WITHOUT_EFFECT, unused.decision_has_an_effect),
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

_MET_ON_READING: tuple[Code, ...] = (
    *yaml_source.CODES,
    *load.CODES,
    *acceptance.CODES,
    *misread.CODES,
    NOT_COMPARED,
)
_ALL_RULES = (*RULES, *JUDGEMENT, *RULES_AT_THE_END, *QUOTATION_RULES, *EDIT_RULES)

CODES: tuple[Code, ...] = (*_MET_ON_READING, *(rule.code for rule in _ALL_RULES))
"""Every code that a finding can have."""


def pages() -> list[Page]:
    """What there is to read about each code, in the order of the codes."""
    found = [page(code, code.page) for code in _MET_ON_READING]
    found += [page(rule.code, rule.finds.__doc__ or "") for rule in _ALL_RULES]
    return sorted(found, key=lambda one: one.code.code)


def findings_of(
    loaded: Loaded, before: Loaded | None = None, quotations: Quotations | None = None
) -> tuple[Finding, ...]:
    """All findings of a folder: those met on reading and those of the rules, in the order of their places.

    With `before`, the folder as it was, the edit between the two is judged as well; with `quotations`, what comparing
    the status texts with their papers gave. What only follows from an error is not told as a fault of its own: a plan
    with errors is judged when they are mended.
    """
    found = [*loaded.findings, *found_by(loaded, RULES)]
    found += found_by(loaded, QUOTATION_RULES, quotations) if quotations is not None else []
    is_whole = not loaded.judged.unread and not loaded.judged.stand_ins and not errors_among(found)
    if is_whole:
        found += [*found_by(loaded, JUDGEMENT), *_found_at_the_end(loaded)]
        found += findings_of_edit(before, loaded) if before is not None else []
    found = told_by_characters(found, loaded)
    accepted = with_acceptances(found, loaded, before)
    return loaded.placed([*accepted.findings, *(accepted.unused if is_whole else ())])


def _found_at_the_end(loaded: Loaded) -> list[Finding]:
    """What is left when the organisation has ceased; one item at a time, since a plan may have many."""
    plan = loaded.judged
    if plan.ceases is None:
        return []
    clocks = Clocks(plan.ceases.date)
    if end_of(plan, clocks) is None:
        return []
    items = (one for one in each_on_date(plan, clocks) if closing.is_left(one))
    return [finding for one in items for rule in RULES_AT_THE_END for finding in rule.finds(one, plan)]
