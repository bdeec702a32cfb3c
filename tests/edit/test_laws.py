"""What must be true of every text in any style: what was asked is added, and nothing else changes."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vrplan.edit import Value, add_entry, add_pair
from vrplan.folder import PlanFolder
from vrplan.record import NewEvent, Refusal, drafted, loaded_sound
from vrplan.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    Written = Callable[[Any, Random], str]

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
    """At most a sign for nothing is gone; what else stands between two changes is comments, and is still there.

    Where the last text of a file has no line break below it, its sign says so afterwards (|-).
    """
    assert any(is_only_added(one, after) for one in with_other_signs(before))
    if "\r\n" in before:
        assert not re.search("(?<!\r)\n", after)


def is_only_added(before: str, after: str) -> bool:
    gone, new = middle(before, after)
    is_nothing = re.fullmatch(r"[ \t]*(~|null)?,?(\s|#[^\r\n]*)*", gone) is not None
    return is_nothing and re.sub(r"^[ \t]*(~|null)", "", gone).strip() in new


def with_other_signs(before: str) -> Iterator[str]:
    yield before
    if before[-1] not in "\r\n":
        *_, last = [None, *re.finditer(r"[|>]\+?(?=[\r\n ])", before)]
        if last is not None:
            yield before[: last.start()] + last[0][0] + "-" + before[last.end() :]


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
    edited = add_entry(before, path, event, ahead_of={"measures"})
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
    edited = add_pair(before, path, key, text, ahead_of={"measures"})
    item = expected["areas"][number]
    item["status"] = {**(item.get("status") or {}), key: text}
    assert data_of(edited.text) == expected
    assert_nothing_else_changed(before, edited.text)


facts = st.dictionaries(st.sampled_from(["proposed_by", "note", "year"]), texts, min_size=1)
columns = st.one_of(st.none(), st.dictionaries(texts, facts, max_size=3))


@given(columns, facts, st.randoms(use_true_random=False), new_texts, new_texts)
@law
def test_column_is_added_and_then_adopted_and_nothing_else_changes(
    in_any_style: Written, columns: Any, new: Any, random: Random, name: str, decision: str
) -> None:
    assume(name not in (columns or {}))
    before = in_any_style({"plan": "sample", "columns": columns, "areas": [{"id": "helse"}]}, random)
    expected = data_of(before)
    added = add_pair(before, ("columns",), name, new, ahead_of={"areas"})
    expected["columns"] = {**(expected["columns"] or {}), name: new}
    assert data_of(added.text) == expected
    assert_nothing_else_changed(before, added.text)
    adopted = add_pair(added.text, ("columns", name), "adopted_by", decision, ahead_of={"note", "year"})
    expected["columns"][name] = {**new, "adopted_by": decision}
    assert data_of(adopted.text) == expected
    assert_nothing_else_changed(added.text, adopted.text)


sentences = st.fixed_dictionaries({"text": texts}, optional={"only": st.lists(texts, min_size=1, max_size=2)})


@given(st.lists(st.one_of(texts, sentences), max_size=3), st.randoms(use_true_random=False), new_texts)
@law
def test_sentence_is_added_and_nothing_else_changes(
    in_any_style: Written, said: Any, random: Random, text: str
) -> None:
    before = in_any_style({"areas": [{"id": "bpa", "status": {"HP 2018": said}}]}, random)
    expected = data_of(before)
    new: Value = {"text": text, "except": ["a", text], "means": {"to": "2018-06-30"}}
    edited = add_entry(before, ("areas", 0, "status", "HP 2018"), new)
    expected["areas"][0]["status"]["HP 2018"].append(new)
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
    draft = drafted(folder, earlier, [event], date(2018, 7, 1))
    assert draft.loaded.plan is not None
    new = draft.loaded.plan.items[number].events[-1]
    assert (new.date, new.what, new.recipient, new.note) == (date(2018, 6, 30), "transferred", "KHS", note)
    others = [one for index, one in enumerate(draft.loaded.plan.items) if index != number]
    assert [(one.id, one.events) for one in others] == [
        (one.id, one.events) for index, one in enumerate(earlier.plan.items) if index != number
    ]
    assert_nothing_else_changed(before, draft.changes[0].after.decode())
    with pytest.raises(Refusal) as refused:
        drafted(folder_of(draft.changes[0].after.decode()), draft.loaded, [event], date(2018, 7, 1))
    assert [one.code.code for one in refused.value.findings] == ["VR513"]


def folder_of(text: str) -> PlanFolder:
    return PlanFolder(
        {"actionplan_x.yaml": text.encode()}, {"decisions.yaml": DECISIONS.encode()}, "decisions.yaml"
    )
