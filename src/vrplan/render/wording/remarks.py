"""The sentences about how a text is read: why it is unknown, what was repaired, what is ambiguous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render.safe import visible
from vrplan.render.values import told

if TYPE_CHECKING:
    from vrplan.phrases import Remark


def remark_told(remark: Remark) -> str:
    """A reservation about a reading in one sentence."""
    return visible(told(remark.told))
