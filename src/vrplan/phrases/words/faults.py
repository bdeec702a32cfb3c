"""What is wrong in the word lists, in plain words and with the line, for somebody who edits them without Python."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, NamedTuple

from vrplan.phrases.words.inflection import IRREGULAR_FORMS, WRITTEN_OUT
from vrplan.phrases.words.known_lists import CLASSES, FLAGS, KINDS, Lists, known_lists
from vrplan.phrases.words.wordlists import words

_AT_LINE: Final = re.compile(r"at line (\d+)")
_HEAD: Final = re.compile(r"\[{1,2}([^\]]+)\]")
_FEW: Final = 15
_VERB: Final = frozenset({"kind", "to", "by", *CLASSES, *WRITTEN_OUT, *FLAGS})
_ROLES: Final = (
    "idle",
    "negation",
    "condition",
    "partial",
    "reported",
    "subordinate",
    "auxiliary",
    "modality",
)
"""The lists of how.toml that are looked up before all others."""


class _File(NamedTuple):
    name: str
    text: str
    tables: dict[str, Any]

    def at(self, table: str, words_: str, nth: int = 0) -> str:
        """Where some words stand in a table (the nth of its name, from 0): "how.toml:12"."""
        seen, inside, head = -1, False, 1
        for number, line in enumerate(self.text.splitlines(), 1):
            if match := _HEAD.match(line):
                seen += match[1].strip("'\"") == table
                inside = match[1].strip("'\"") == table and seen == nth
                head = number if inside else head
            if inside and re.search(rf"(?<!\w){re.escape(words_)}(?!\w)", line.lower()):
                return f"{self.name}:{number}"
        return f"{self.name}:{head}"


def faults(folder: Path) -> list[str]:
    """What is wrong in the word files of a folder, each as "how.toml:12: …"; none where all is well."""
    files, found = {}, []
    for name, lists in known_lists().items():
        try:
            text = (folder / name).read_text(encoding="utf-8-sig")
            files[name] = _File(name, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            found.append(_unreadable(name, text, str(error)))
        except UnicodeDecodeError:
            found.append(
                f"{name}:1: the file is not saved as UTF-8; choose that in the editor and save it again."
            )
        except OSError:
            found.append(f"{name}:1: there is no such file in {folder}.")
        else:
            found += [*_of_shape(files[name], lists), *_of_words(files[name])]
    if "verbs.toml" in files:
        found += _of_verbs(files["verbs.toml"])
    return found or list(_said_twice(files))


def _unreadable(name: str, text: str, error: str) -> str:
    """Why a file is no TOML, in words for somebody who has never heard of it."""
    match = _AT_LINE.search(error)
    if not match and (opened := _last_opened(text)):
        return f"{name}:{opened}: the list that begins here with ''' has no ''' at its end."
    line = int(match[1]) if match else len(text.splitlines())
    if "twice" in error or "overwrite" in error:
        return f"{name}:{line}: the [name] of this list, or a name before an equals sign in it, has stood before."
    return (
        f"{name}:{line}: the file cannot be read from here on. Look at this line and the one above: every list stands "
        "between straight quotation marks ('…', or '''…''' over several lines), with an equals sign before it; a name "
        "with æ, ø or å before the equals sign stands between quotation marks too."
    )


def _last_opened(text: str) -> int:
    """The last line that opens a list of several lines, or closes one; 0 if there is none."""
    odd = (number for number, line in enumerate(text.splitlines(), 1) if line.count("'''") % 2)
    return max(odd, default=0)


def _of_shape(file: _File, lists: Lists) -> Iterator[str]:
    """Tables and names that no rule asks for, and tables that are gone."""
    verbs = {"verb"} if file.name == "verbs.toml" else set[str]()
    for table, entries in file.tables.items():
        if not isinstance(entries, dict | list):
            yield f"{file.name}:1: “{table}” stands above the first [list] and so in none."
        elif table not in lists and table not in verbs:
            yield f"{file.at(table, f'[{table}]')}: there is no list called [{table}].{_meant(table, {*lists, *verbs})}"
        allowed = _VERB if table in verbs else lists.get(table)
        for nth, entry in _entries(entries):
            for key in entry:
                if allowed and key not in allowed:
                    yield f"{file.at(table, key.lower(), nth)}: “{key}” is no name in [{table}].{_meant(key, allowed)}"
    for table in sorted({*lists, *verbs} - set(file.tables)):
        yield f"{file.name}:1: the list [{table}] is gone."


def _meant(word: str, known: set[str] | frozenset[str]) -> str:
    """The nearest name, or all of them where they are few."""
    if near := get_close_matches(word, sorted(known), 1):
        return f" Is {near[0]} meant?"
    return f" There are {', '.join(sorted(known))}." if len(known) <= _FEW else ""


def _of_words(file: _File) -> Iterator[str]:
    """Lists that are none, a comma that is missing where the line breaks, words that stand twice."""
    for table, nth, key, value in _lists(file):
        if key in FLAGS and value is not True:
            yield f"{file.at(table, key, nth)}: what stands after “{key} =” must be true, without quotation marks."
        if not isinstance(value, str):
            if key not in FLAGS:
                yield f"{file.at(table, key, nth)}: what stands after “{key} =” must stand between quotation marks."
            continue
        for part in value.split(","):
            if "\n" in part.strip():
                first, last = part.strip().split("\n")[0], " ".join(part.split())
                yield f"{file.at(table, first.lower(), nth)}: a comma is missing at the end of the line, in “{last}”."
        listed = words(value)
        for word in sorted({word for word in listed if listed.count(word) > 1}):
            yield f"{file.at(table, word, nth)}: “{word}” stands twice in “{key}” of [{table}]."


def _entries(entries: object) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables of one name, numbered from 0; there is more than one only of verbs."""
    tables = entries if isinstance(entries, list) else [entries]
    yield from ((nth, entry) for nth, entry in enumerate(tables) if isinstance(entry, dict))


def _lists(file: _File) -> Iterator[tuple[str, int, str, object]]:
    for table, entries in file.tables.items():
        for nth, entry in _entries(entries):
            for key, value in entry.items():
                if (file.name, table) != ("verbs.toml", "irregular"):
                    yield table, nth, key, value


def _of_verbs(file: _File) -> Iterator[str]:
    """Kinds that do not exist, infinitives that are none, irregular verbs without their forms."""
    irregular = file.tables.get("irregular", {})
    for infinitive, forms in irregular.items():
        if str(forms).count(";") != len(IRREGULAR_FORMS) - 1:
            yield f"{file.at('irregular', infinitive)}: “{infinitive}” needs “present; passive; past; participle”."
    for nth, verb in enumerate(file.tables.get("verb", ())):
        kind = verb.get("kind")
        if kind is None or (kind and kind not in KINDS):
            yield f"{file.at('verb', 'kind', nth)}: “{kind}” is no kind.{_meant(str(kind), KINDS)}"
        for name in CLASSES:
            for expression in words(str(verb.get(name, ""))):
                infinitive = expression.split()[0]
                if name != "irregular" and not infinitive.endswith("e"):
                    yield f"{file.at('verb', expression, nth)}: “{infinitive}” after “{name} =” is no infinitive in -e."
                if name == "irregular" and not any(infinitive.endswith(known) for known in irregular):
                    yield f"{file.at('verb', expression, nth)}: “{infinitive}” has no line in [irregular] at the top."


def _said_twice(files: Mapping[str, _File]) -> Iterator[str]:
    """Expressions written out in two lists: the reader knows the first and passes over the other."""
    first: dict[str, tuple[_File, str, int]] = {}
    for file, table, nth, key, value in _looked_up(files):
        for word in words(value):
            if word in first:
                other, other_table, other_nth = first[word]
                place, before = file.at(table, word, nth), other.at(other_table, word, other_nth)
                yield f"{place}: “{word}” stands in “{key}” of [{table}], but is read as {before} has it."
            first.setdefault(word, (file, table, nth))


def _looked_up(files: Mapping[str, _File]) -> Iterator[tuple[_File, str, int, str, str]]:
    """Every list of expressions in the order in which they are looked up."""
    how, states, verbs = files["how.toml"], files["states.toml"], files["verbs.toml"]
    yield from ((how, role, 0, key, value) for role in _ROLES for key, value in how.tables[role].items())
    yield from (
        (states, kind, 0, key, value) for kind, lists in states.tables.items() for key, value in lists.items()
    )
    for nth, verb in enumerate(verbs.tables["verb"]):
        yield from ((verbs, "verb", nth, key, verb[key]) for key in WRITTEN_OUT if key in verb)
