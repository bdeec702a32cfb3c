"""The sentences about how a text is read: why it is unknown, what was repaired, what is ambiguous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.phrases.remarks import TEMPLATES
from vrplan.render.language import _, language
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from vrplan.phrases import Remark


def remark_told(remark: Remark) -> str:
    """A reservation about a reading in one sentence; the ways in which words can be understood are English."""
    values = {"ways": ""} | dict(remark.values)
    if language() != "en":
        values["ways"] = ""
    return visible(_(TEMPLATES[remark.code]).format_map(values))
