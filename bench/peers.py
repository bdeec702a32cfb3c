"""Other checkers on comparable work: how each is run, and an error that each must tell."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.plans import LEDGER, PLAN
from bench.timing import Command


@dataclass(frozen=True, slots=True)
class PlantedError:
    """A text whose last place in the file is written otherwise, and what the complaint about it must hold."""

    sound: str
    faulty: str
    told: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A checker: its command line up to the file, which of the files it reads, and an error that it must tell."""

    name: str
    package: str
    words: tuple[str, ...]
    error: PlantedError
    file: str = PLAN

    @property
    def is_installed(self) -> bool:
        """Whether it can be run here; `make bench` installs all."""
        return find_spec(self.package) is not None

    def command(self, plan: Path) -> Command:
        """The check of that plan, or of the file beside it that holds the same."""
        return Command((*self.words, str(plan.with_name(self.file))))


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


_MISSPELT = PlantedError("name: ", "nmae: ", "nmae")
_SPACED = PlantedError("name: ", "name:  ", "too many spaces after colon")
_UNEVEN = PlantedError("  1 TILTAK", "  2 TILTAK", "does not balance")

_SCHEMA = ("--schemafile", "schema/actionplan.schema.json")
_WITHOUT_LIBYAML = (
    "import sys; sys.modules['_ruamel_yaml'] = None; import check_jsonschema; check_jsonschema.main()"
)
_ANY_LENGTH = "{extends: default, rules: {line-length: disable}}"

CHECK_JSONSCHEMA = Peer(
    "check-jsonschema", "check_jsonschema", (sys.executable, "-c", _WITHOUT_LIBYAML, *_SCHEMA), _MISSPELT
)
"""As pip installs it: ruamel.yaml brings no libyaml by itself, only vrplan's own requirement of it does."""
CHECK_JSONSCHEMA_WITH_LIBYAML = Peer(
    "check-jsonschema, lent libyaml", "check_jsonschema", (_program("check-jsonschema"), *_SCHEMA), _MISSPELT
)
YAMLLINT = Peer("yamllint", "yamllint", (_program("yamllint"), "-d", _ANY_LENGTH), _SPACED)
YAMALE = Peer("yamale", "yamale", (_program("yamale"), "--schema", "bench/yamale_schema.yaml"), _MISSPELT)
BEAN_CHECK = Peer(
    "bean-check, no cache", "beancount", (_program("bean-check"), "--no-cache"), _UNEVEN, LEDGER
)

PEERS = (CHECK_JSONSCHEMA, CHECK_JSONSCHEMA_WITH_LIBYAML, YAMLLINT, YAMALE, BEAN_CHECK)
