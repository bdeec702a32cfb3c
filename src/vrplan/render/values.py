"""The values of findings in the language that is told in: what came from a file as it is, our own words translated."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.findings import Listed, Told
from vrplan.render.language import _, pgettext
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrplan.findings import Value


def told(value: Value) -> str:
    """A value as the sentence of a finding shows it: visible and harmless."""
    match value:
        case str():
            return visible(value)
        case Told():
            template = pgettext(value.context, value.template) if value.context else _(value.template)
            return template.format_map(all_told(value.values))
        case Listed():
            return value.between.join(map(told, value.parts))
        case _:
            assert_never(value)


def all_told(values: Mapping[str, Value]) -> dict[str, str]:
    """The values of a template, each as it is shown."""
    return {name: told(value) for name, value in values.items()}
