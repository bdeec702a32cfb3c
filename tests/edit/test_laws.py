"""What must be true of every text in any style: what was asked is added, and nothing else changes."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vrplan.edit import Edited, Refused, add_entry, add_pair
from vrplan.folder import PlanFolder
from vrplan.record import NewEvent, Refusal, drafted, loaded_sound
from vrplan.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Written = Callable[[Any, Random], str]

LAST_TEXT = (
    "the file ends without a line break, in a text that would be changed by one; end its last line first"
)
law = settings(deadline=None, max_examples=100)
DECISIONS = """
decisions: [{id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, date: 2017-12-07}]
"""
WHOLE = {
    "plan": "sample",
    "title": "Handlingsplan: 2018",
    "organisation": "Vestregionen",
    "period": {"from": "2018-01-01", "to": "2018-12-31"},
    "columns": {"HP 2018": {"adopted_by": "sg-1"}},
    "parties": {"KHS": {"name": "Kommunehelsesamarbeidet"}},
    "areas": [
        {
            "id": "helse",
            "name": "Helse # omsorg",
            "focus_areas": [
                {"id": "komut", "name": "KomUt", "status": {"HP 2018": "Løpende"}, "obligations": []},
                {
                    "id": "bpa",
                    "name": "BPA",
                    "measures": [
                        {
                            "name": "Beredskap",
                            "activities": [
                                {
                                    "id": "nettverk",
                                    "name": "- Nettverket",
                                    "status": {"HP 2018": "Løpende"},
                                    "events": [{"date": "2018-02-01", "what": "started", "note": "Brev"}],
                                },
                                {
                                    "id": "moter",
                                    "events": [],
                                    "name": "Møter",
                                    "status": {"HP 2018": {"text": "Løpende"}},
                                },
                            ],
                        }
                    ],
                },
            ],
        }
    ],
    "obligations": [
        {"id": "arkiv", "kind": "property", "name": "Arkivet", "status": None, "source": "notat"}
    ],
}
WORDS = (
    "Løpende",
    "Avsluttes 30.6.18",
    "a: b",
    "c # d",
    "- e",
    "[f]",
    "~",
    "null",
    "sitat \"g\" og 'h'",
    "–",
    "2018",
)
HARD = (
    "x\ny",
    "\a",
    " luft",
    "luft ",
    "*i",
    "&j",
    "%k",
    "@l",
    "!m",
    "n:",
    "{o}",
    "\u2028",
    "\ufeff",
    "😀",
    "\\",
)
texts = st.sampled_from(WORDS)
new_texts = st.one_of(
    texts, st.sampled_from(HARD), st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
)
statuses = st.one_of(
    st.none(), st.dictionaries(st.sampled_from(["HP 2018", "HP: 2", "sg-1/2"]), texts, max_size=3)
)
events = st.lists(st.fixed_dictionaries({"date": st.just("2018-01-02"), "what": texts}), max_size=3)
entries = st.fixed_dictionaries(
    {"id": texts, "name": texts},
    optional={"status": statuses, "note": texts, "events": events, "measures": st.just([{"name": "M"}])},
)
plans = st.fixed_dictionaries(
    {"plan": texts, "areas": st.lists(entries, min_size=1, max_size=3)}, optional={"note": texts}
)


def data_of(text: str) -> Any:
    """What a text holds: with its byte order mark, as bytes on a disk have it."""
    source = read_yaml(text.encode(), "x")
    assume(not source.findings)
    return source.data


def middle(before: str, after: str) -> tuple[str, str]:
    """What is left of two texts when their common beginning and end are taken away."""
    length = min(len(before), len(after))
    start = next((i for i in range(length) if before[i] != after[i]), length)
    rest = length - start
    end = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return before[start : len(before) - end], after[start : len(after) - end]


def assert_nothing_else_changed(before: str, after: str) -> None:
    """At most a sign for nothing is gone; what else stands between two changes is comments, and is still there."""
    gone, new = middle(before, after)
    assert re.fullmatch(r"[ \t]*(~|null)?,?(\s|#[^\r\n]*)*", gone)
    assert re.sub(r"^[ \t]*(~|null)", "", gone).strip() in new
    if "\r\n" in before:
        assert not re.search("(?<!\r)\n", after)


def tried(before: str, add: Callable[[], Edited]) -> Edited | None:
    """The edit; None where it was refused for the one reason that is left."""
    try:
        return add()
    except Refused as refused:
        if str(refused) != LAST_TEXT or before[-1] in "\r\n":
            raise
        return None


@given(plans, st.randoms(use_true_random=False), new_texts, st.data())
@law
def test_event_is_added_and_nothing_else_changes(
    in_any_style: Written, plan: Any, random: Random, note: str, data: st.DataObject
) -> None:
    before = in_any_style(plan, random)
    expected = data_of(before)
    number = data.draw(st.integers(0, len(plan["areas"]) - 1))
    event = {"date": "2018-06-30", "what": "done", "note": note}
    path = ("areas", number, "events")
    if (edited := tried(before, lambda: add_entry(before, path, event, ahead_of={"measures"}))) is not None:
        item = expected["areas"][number]
        item["events"] = [*(item.get("events") or []), event]
        assert data_of(edited.text) == expected
        assert_nothing_else_changed(before, edited.text)


@given(plans, st.randoms(use_true_random=False), new_texts, new_texts, st.data())
@law
def test_status_is_added_and_nothing_else_changes(
    in_any_style: Written, plan: Any, random: Random, key: str, text: str, data: st.DataObject
) -> None:
    before = in_any_style(plan, random)
    expected = data_of(before)
    number = data.draw(st.integers(0, len(plan["areas"]) - 1))
    path = ("areas", number, "status")
    if (
        edited := tried(before, lambda: add_pair(before, path, key, text, ahead_of={"measures"}))
    ) is not None:
        item = expected["areas"][number]
        item["status"] = {**(item.get("status") or {}), key: text}
        assert data_of(edited.text) == expected
        assert_nothing_else_changed(before, edited.text)


@given(st.randoms(use_true_random=False), st.integers(0, 3), new_texts)
@law
def test_what_is_recorded_is_read_back_and_is_not_recorded_twice(
    in_any_style: Written, random: Random, number: int, note: str
) -> None:
    before = in_any_style(WHOLE, random)
    folder = folder_of(before)
    earlier = loaded_sound(folder)
    assert earlier.plan is not None
    item = earlier.plan.items[number]
    event = NewEvent(
        item,
        date(2018, 6, 30),
        {"date": "2018-06-30", "what": "transferred", "recipient": "KHS", "note": note},
    )
    try:
        draft = drafted(folder, earlier, event, date(2018, 7, 1))
    except Refusal as refusal:
        if LAST_TEXT not in str(refusal) or before[-1] in "\r\n":
            raise
        return
    assert draft.loaded.plan is not None
    new = draft.loaded.plan.items[number].events[-1]
    assert (new.date, new.what, new.recipient, new.note) == (date(2018, 6, 30), "transferred", "KHS", note)
    others = [one for index, one in enumerate(draft.loaded.plan.items) if index != number]
    assert [(one.id, one.events) for one in others] == [
        (one.id, one.events) for index, one in enumerate(earlier.plan.items) if index != number
    ]
    assert_nothing_else_changed(before, draft.after.decode())
    with pytest.raises(Refusal) as refused:
        drafted(folder_of(draft.after.decode()), draft.loaded, event, date(2018, 7, 1))
    assert [one.code.code for one in refused.value.findings] == ["VR513"]


def folder_of(text: str) -> PlanFolder:
    return PlanFolder(
        {"actionplan_x.yaml": text.encode()}, {"decisions.yaml": DECISIONS.encode()}, "decisions.yaml"
    )
