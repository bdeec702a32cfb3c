"""The sentences about how a text is read: why it is unknown, what was repaired, what is ambiguous."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.phrases import Kind
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.wording.names import kind_name

if TYPE_CHECKING:
    from vrplan.phrases import Remark


def remark_told(remark: Remark) -> str:
    """A reservation about a reading in one sentence."""
    values = dict(remark.values)
    if remark.code == "second_statement":
        also = "; ".join(kind_name(Kind(one)) for one in values["words"].split("; "))
        remark = replace(remark, values=tuple((values | {"words": also}).items()))
    return visible(remark.sentence(_))
