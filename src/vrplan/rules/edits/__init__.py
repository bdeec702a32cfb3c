"""The edit itself: what an edit of the files may change without a decision, and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Severity, Spot
from vrplan.rules.edits import additions, decided, gone, happened, meaning, states, words
from vrplan.rules.edits.edit import Edit
from vrplan.rules.rule import Rule

if TYPE_CHECKING:
    from vrplan.load import Loaded

NOT_COMPARED = Code(
    "VR701",
    "edit-not-judged",
    Severity.ERROR,
    "the plan that this edit starts from has errors, so nobody can say what the edit changes",
    "mend the errors in an edit of its own that changes nothing else, and accept this finding there: "
    "accept: {{VR701: …}} at the top of the plan",
    """The plan that an edit starts from can be read, so that somebody can say what the edit changes.

    While the earlier plan has errors, any change may hide among the corrections. Let the corrections be an
    edit of their own that changes nothing else, and look at it line by line; the next edit is judged again.

    Example:
        plan: sample
        title: Handlingsplan 2018  # before: titel: Handlingsplan 2018

    Instead:
        plan: sample
        title: Handlingsplan 2018  # before: title: Handlingsplan
    """,
)

EDIT_RULES: tuple[Rule, ...] = (
    Rule(words.REWRITTEN, words.text_is_not_rewritten),
    Rule(gone.REUSED, gone.id_is_not_reused),
    Rule(words.MOVED, words.window_is_not_moved),
    Rule(decided.REWRITTEN, decided.decision_is_not_rewritten),
    Rule(decided.BACK_DATED, decided.nothing_is_back_dated),
    Rule(gone.DELETED, gone.nothing_is_deleted),
    Rule(happened.WITHOUT_SOURCE, happened.event_has_a_source),
    Rule(meaning.MEANS_OTHERWISE, meaning.words_mean_the_same),
    Rule(additions.ADDED, additions.nothing_is_added_to_what_was_decided),
    Rule(states.CHANGED, states.state_changes_by_a_decision),
    Rule(happened.REWRITTEN, happened.event_is_not_rewritten),
    Rule(happened.UNDECIDED, happened.what_needs_a_decision_has_one),
)
"""The rules that judge an edit by its effect."""


def findings_of_edit(before: Loaded, after: Loaded) -> list[Finding]:
    """What an edit changes without a decision. The plan after it has no errors."""
    if before.plan is None or before.plan.unread or before.plan.stand_ins:
        return [Finding(NOT_COMPARED, Spot(after.judged.file, ("plan",)))]
    edit = Edit(before.plan, after.judged)
    return [finding for rule in EDIT_RULES for finding in rule.finds(edit)]
