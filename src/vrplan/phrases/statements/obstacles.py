"""What keeps a clause from being read: it asks, denies, depends on something, or is only partly so."""

import re
from typing import Final

from vrplan.phrases.remarks import Remark, Ways, remark, unclear
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.statements.supposed import condition_without_if, until_something
from vrplan.phrases.words.auxiliaries import told as past_forms
from vrplan.phrases.words.counts import more_than_one
from vrplan.phrases.words.function_words import AND, FROM
from vrplan.phrases.words.inflection import PASSIVES, Form
from vrplan.phrases.words.wordlists import any_listed, any_of, endings, listed

_CODES: Final = {"condition": "conditional", "reported": "reported", "negation": "negated"}
_WHOLE: Final = frozenset({"ends", "transfers", "continues", "done", "cancelled"})
_PARTING: Final = AND | {","}
_FAR: Final = 5


def obstacle(clause: Clause, sentence: list[Item]) -> Remark | None:
    """Why a clause must not be read."""
    if any(item.text == "?" for item in sentence):
        return remark("question")
    for role, code in _CODES.items():
        for item in clause.items:
            if item.role == role and not _is_harmless(clause, item):
                return remark(code, words=item.text)
    if asked := _asked(clause.items):
        return remark("open_question", words=asked)
    if clause.main is None:
        return None
    return _in_the_clause(clause, clause.main, sentence)


def _in_the_clause(clause: Clause, main: int, sentence: list[Item]) -> Remark | None:
    """What the words around the main expression say against reading it."""
    if supposed := condition_without_if(clause, main, sentence) or until_something(clause, main):
        return remark("conditional", words=supposed)
    if either := _either(clause) or _either_verb(clause.items, main) or _held(clause.items, main):
        return remark("alternatives", words=either)
    if source := _from_what(clause.items, main):
        return remark("unread_time", words=source)
    if share := _partly(clause.items, main) or _rest(clause, sentence):
        return remark("partial", words=share)
    if told := _of_a_decision(clause.items, main) or _used_to_be(clause.items, main):
        return remark("reported", words=told)
    if first := _said_before(clause.items, main) or _told_before(clause.items, main):
        return remark("unknown_words", words=first)
    if closed := _closed(clause.items, main):
        return unclear(closed, Ways.A_WHILE_OR_GOOD)
    return None


def _told_before(items: list[Item], main: int) -> str:
    """The finite verb of a clause before ", og" with a time of its own: "15.12. fikk vi lokalet, og så tok de over"."""
    for at in range(2, main):
        if items[at].text in {"og", "men"} and items[at - 1].text == ",":
            before = items[: at - 1]
            told = next((item.text for item in before if item.role == "done"), "")
            return told if any(item.when for item in before) else ""
    return ""


def _used_to_be(items: list[Item], main: int) -> str:
    """The word for what was so once: "ble tidligere fordelt av laget", "før den tid ble den lagt fram om høsten"."""
    told = next((at for at in range(main) if items[at].text in past_forms()), -1)
    if told < 0:
        return ""
    said = [item.text for item in items[:main]]
    head, after = " ".join(said[:told]), " ".join(said[told + 1 :])
    former = listed("how.toml", "former")
    return next(
        (word for word in former if head == word or after == word or after.startswith(f"{word} ")), ""
    )


def _held(items: list[Item], main: int) -> str:
    """A meeting that is held or abolished, the verb says both: "møtene avvikles digitalt"."""
    if not items[main].text.startswith(endings("how.toml", "held", "holding")):
        return ""
    before = [item for item in items[:main] if item.role not in {"done", "coming", "modality"}][-1:]
    for item in (*before, *items[main + 1 : main + 2]):
        if item.role == "word" and item.text.endswith(endings("how.toml", "held")):
            return f"{item.text} / {items[main].text}"
    return ""


def _closed(items: list[Item], main: int) -> str:
    """ "Er stengt" may be for a while; a day or a word like "permanent" says that it is for good."""
    text = items[main].text
    if text not in listed("how.toml", "closed") or any(item.when for item in items):
        return ""
    return "" if any(item.text in listed("how.toml", "for_good") for item in items) else text


def _either_verb(items: list[Item], main: int) -> str:
    """An unknown verb beside the main one: "skal rensast eller erstattast" leaves open which."""
    entry = items[main].entry
    if main < 2 or items[main - 1].text != "eller" or not entry or entry.role != "verb":
        return ""
    other = items[main - 2]
    verbal = other.role == "word" and other.text.endswith((*PASSIVES, "est"))
    return f"{other.text} / {items[main].text}" if verbal else ""


def _from_what(items: list[Item], main: int) -> str:
    """What something begins from, where that is no time: "opprettes fra ny skole i Sandvika"."""
    entry = items[main].entry
    if not entry or entry.kind != "starts" or main + 2 >= len(items) or any(one.when for one in items):
        return ""
    from_, what = items[main + 1], items[main + 2]
    return f"{from_.text} {what.text}" if from_.text in FROM and what.role == "word" else ""


def _either(clause: Clause) -> str:
    """The recipient of which it is not said whether it is the one: "overføres til KHS eller Bærum kommune"."""
    who = clause.recipient
    after = next((item for item in clause.items if who and item.start >= who.stop), None)
    either = after is not None and after.text == "eller"
    return f"{who.name} {after.text}" if who and after and either else ""


def _said_before(items: list[Item], main: int) -> str:
    """An unknown passive with a time of its own before "og": what it says comes first ("pakkes i juni og hentes")."""
    for at in range(2, main):
        if items[at].text in _PARTING and items[at - 1].when:
            for item in items[: at - 1]:
                if item.role == "word" and len(item.text) > _FAR and item.text.endswith(PASSIVES):
                    return item.text
    return ""


def _is_harmless(clause: Clause, item: Item) -> bool:
    """What is put off may wait for something, and what comes back may leave out a month."""
    entry = clause.items[clause.main].entry if clause.main is not None else None
    if item.text.startswith(endings("how.toml", "put_off")):
        return entry is not None and entry.kind == "postponed"
    if _is_of_a_noun_beside(clause, item):
        return True
    return item.text in listed("how.toml", "exception") and entry is not None and entry.role == "recurrence"


def _is_of_a_noun_beside(clause: Clause, item: Item) -> bool:
    """ "Avvikles 31.12., ingen videreføring": what ends on a day ends, and nothing comes after it."""
    if clause.main is None or item.text not in {"ingen", "inga"}:
        return False
    items, main, at = clause.items, clause.items[clause.main].entry, clause.items.index(item)
    ends = main is not None and main.kind == "ends" and clause.main < at - 1 and items[at - 1].text == ","
    after = [one for one in items[at + 1 :] if one.text != "."]
    noun = len(after) == 1 and (
        after[0].role == "word" or (after[0].entry and after[0].entry.form == Form.NOUN)
    )
    return bool(ends and noun) and any(one.when for one in items[clause.main : at])


def _asked(items: list[Item]) -> str:
    """The words that leave a clause open: "avklare om tiltaket skal videreføres"."""
    stems = endings("how.toml", "asking")
    for at, item in enumerate(items):
        if item.text != "om" or not any(one.role == "verb" for one in items[at + 1 :]):
            continue
        near = [one.text for one in items[max(0, at - _FAR) : at] if not one.when]
        for index, word in enumerate(near):
            if " ".join(near[index : index + 2]).startswith(stems):
                return f"{word} om"
    return ""


def _partly(items: list[Item], main: int) -> str:
    """The words that say "partly", "most of" or "80 %" of something."""
    entry = items[main].entry
    if not entry:
        return ""
    task = entry.kind == "done" and entry.form not in {Form.PARTICIPLE, Form.PAST}
    if (
        entry.kind in _WHOLE
        and entry.form != Form.NOUN
        and not task
        and not entry.taker
        and (some := _some(items[:main]))
    ):
        return some
    after = items[main + 1].text if main + 1 < len(items) else ""
    if entry.kind in _WHOLE and after in listed("how.toml", "partly"):
        return after
    if entry.form != Form.PARTICIPLE and entry.kind != "done":
        return ""
    for index, item in enumerate(items):
        if item.role == "partial" and index < main:
            return item.text
        if item.text in listed("counts.toml", "percent") and index and items[index - 1].text != "100":
            return f"{items[index - 1].text} {item.text}"
    return ""


def _some(before: list[Item]) -> str:
    """A quantity at the head of the subject: "flere tiltak", "det meste av", "tre av fem"."""
    said = " ".join(item.text for item in before)
    first, some = any_listed("how.toml", "quantities", "first"), any_listed("how.toml", "quantities")
    pattern = rf"(?:(?:{first})\s)?((?:{some})(?!\w)|\w+ av (?=\d|{any_of(more_than_one())}))"
    match = re.match(pattern, said) or re.search(r"(?<!\S)(\d+ av (?:de )?\d+)(?!\S)", said)
    return match[1] if match else ""


def _rest(clause: Clause, sentence: list[Item]) -> str:
    """What the sentence says is left over beside something that has been done."""
    main = clause.items[clause.main or 0]
    entry = main.entry
    if not entry or entry.form not in {Form.PARTICIPLE, Form.PAST} or entry.kind not in _WHOLE:
        return ""
    said = " ".join(item.text for item in sentence if item.start > main.start)
    left = re.search(rf"(?<!\w)(?:{any_listed('how.toml', 'left_over')})(?!\w)", said)
    return left[0] if left else ""


def _of_a_decision(items: list[Item], main: int) -> str:
    """The decision that the main expression speaks of, not of what was decided: "vedtak om avvikling opphevet"."""
    entry = items[main].entry
    words = [item for item in items if item.role != "mark"]
    if not entry or not words:
        return ""
    head = words[0].text
    if entry.form == Form.INFINITIVE:
        over = head.startswith(endings("how.toml", "ruling", "head")) and any(
            item.role == "done" for item in items[main + 1 :]
        )
        return head if over else ""
    about = len(words) > 1 and words[1].text == "om"
    if head in listed("how.toml", "proposals", "dropped") and about and entry.kind == "cancelled":
        return head
    if not head.endswith(endings("how.toml", "decisions")):
        return ""
    named = head not in listed("how.toml", "decisions")
    if words[0] is items[main]:
        return head if about else ""
    told = entry.kind in _WHOLE | {"starts"}
    undone = items[main].text.startswith(endings("how.toml", "ruling", "undone"))
    if (told or undone) and entry.form != Form.NOUN and (about or named or undone):
        return head
    return ""
