"""The events of libyaml, and where in the text they stand."""

from __future__ import annotations

from typing import Any

from vrplan.findings import Place


def parser(text: str) -> Any:
    """A parser that gives one event after the other (`get_event`)."""
    try:
        from ruamel.yaml.cyaml import CParser
    except ImportError:  # no libyaml for this Python: the same events, slower
        from ruamel.yaml import YAML
        from ruamel.yaml.parser import Parser
        from ruamel.yaml.reader import Reader
        from ruamel.yaml.scanner import Scanner

        yaml = YAML(typ="safe", pure=True)
        yaml.Reader, yaml.Scanner, yaml.Parser = Reader, Scanner, Parser
        _, parser = yaml.get_constructor_parser(text)
        return parser
    return CParser(text)


def place(file: str, start: Any, end: Any) -> Place:
    """The stretch between two of the parser's marks, which count from 0."""
    return Place(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
