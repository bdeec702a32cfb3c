"""YAML as different people write it: the same values in any style, with comments between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_COMMENTS = ("# merknad", "#uten luft", "# a: b, [c] {d}", "# - e", '# "f')
_PLAIN = re.compile(r"[\wæøåÆØÅ][\wæøåÆØÅ ./–-]*[\wæøåÆØÅ.]|[\wæøåÆØÅ]")


@pytest.fixture(scope="session")
def in_any_style() -> Callable[[Any, Random], str]:
    """A plan's values as the text of a file: which style, the random numbers say."""

    def written(value: Any, random: Random) -> str:
        text = "\n".join(_Writer(random).block(value, 0)) + "\n"
        if random.random() < 0.3:
            text = text.rstrip("\n")
        elif random.random() < 0.2:
            text += random.choice(["\n\n", "# slutt\n", "\n# slutt", "   \n", "...\n"])
        text = random.choice(["", "", "# først\n", "---\n", "\n"]) + text
        if random.random() < 0.3:
            text = text.replace("\n", "\r\n")
        return random.choice(["", "", "", "\ufeff"]) + text

    return written


class _Writer:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.step = random.choice([1, 2, 2, 4])
        self.to_dash = random.choice([0, 2, 2, 4])
        self.from_dash = random.choice([2, 2, 3, 4])
        self.brackets = random.choice([0, 0.1, 0.4, 1])
        self.comments = random.choice([0, 0, 0.2, 0.5])

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def comment(self) -> str:
        return self.random.choice(_COMMENTS)

    def block(self, value: Any, column: int) -> list[str]:
        """Lines of a mapping or a list that begin at a column."""
        lines: list[str] = []
        for part in value.items() if isinstance(value, dict) else value:
            if self.often(self.comments):
                lines.append(" " * self.random.choice([0, column, column, column + 3]) + self.comment())
            if self.often(self.comments):
                lines.append(" " * self.random.choice([0, 0, 3]))
            mine = (
                self.pair(part[0], part[1], column) if isinstance(value, dict) else self.entry(part, column)
            )
            lines += [" " * column + mine[0], *mine[1:]]
        if self.often(self.comments):
            lines.append(" " * (column + self.random.choice([0, 0, 2])) + self.comment())
        return lines

    def pair(self, key: str, value: Any, column: int) -> list[str]:
        """The lines of a key and its value; the first begins at the key, the others at the margin."""
        name = self.scalar(key) + self.random.choice(["", "", " "]) + ":"
        if value is None:
            return [name + self.random.choice(["", " ~", " null", "  "]) + self.tail()]
        if isinstance(value, str):
            return self.text(name, value, column)
        if not value or self.often(self.brackets):
            return self.in_brackets(f"{name} ", value, column)
        below = column + (self.to_dash if isinstance(value, list) else self.step)
        return [name + self.tail(), *self.block(value, below)]

    def entry(self, value: Any, column: int) -> list[str]:
        if isinstance(value, str):
            return [f"- {self.scalar(value)}{self.tail()}"]
        if not value or self.often(self.brackets):
            return self.in_brackets("-" + " " * (self.from_dash - 1), value, column)
        first, *others = self.block(value, column + self.from_dash)
        if first.strip()[:1] in {"#", ""}:
            return ["-", first, *others]
        return ["-" + first[column + 1 :], *others]

    def text(self, name: str, value: str, column: int) -> list[str]:
        if " " in value and self.often(0.4):
            sign = self.random.choice(["|", ">", "|-", ">-", ">-  # merknad", "|+"])
            words = value.split(" ")
            middle = len(words) // 2
            parts = (
                [" ".join(words[:middle]), " ".join(words[middle:])] if sign[0] == ">" and middle else [value]
            )
            lines = [" " * (column + self.step) + part for part in parts]
            return [f"{name} {sign}", *lines, *self.random.choice([[], [], [""], ["", ""]])]
        return [f"{name} {self.scalar(value)}{self.tail()}"]

    def tail(self) -> str:
        return self.random.choice([" ", "  ", "\t"]) + self.comment() if self.often(self.comments) else ""

    def scalar(self, text: str) -> str:
        if self.often(0.3) or not _PLAIN.fullmatch(text):
            escaped = text.replace("\\", "\\\\").replace('"', '\\"')
            return self.random.choice([f'"{escaped}"', "'" + text.replace("'", "''") + "'"])
        return text

    def in_brackets(self, before: str, value: Any, column: int) -> list[str]:
        if value and self.often(0.4):
            return self.on_lines(before, value, column)
        return [before + self.flow(value) + self.tail()]

    def on_lines(self, before: str, value: Any, column: int) -> list[str]:
        """Brackets with a part on each line."""
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        parts = self.parts(value)
        ends = [","] * (len(parts) - 1) + [self.random.choice(["", ","])]
        margin = " " * (column + 3)
        lines = [f"{margin}{part}{end}{self.tail()}" for part, end in zip(parts, ends, strict=True)]
        return [before + opening + self.tail(), *lines, " " * (column + 1) + closing]

    def parts(self, value: Any) -> list[str]:
        if isinstance(value, dict):
            return [
                self.scalar(key) + self.random.choice([": ", ":  ", ":\t"]) + self.flow(one)
                for key, one in value.items()
            ]
        return [self.flow(one) for one in value]

    def flow(self, value: Any) -> str:
        if value is None:
            return "~"
        if isinstance(value, str):
            return self.scalar(value)
        blank = self.random.choice(["", "", " "])
        comma = self.random.choice([",", ", ", ",\t"])
        last = self.random.choice(["", "", ","]) if value else ""
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        return opening + blank + comma.join(self.parts(value)) + last + blank + closing
