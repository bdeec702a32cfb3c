"""How a text is read where only its kind is asked for, and no year counts."""

from __future__ import annotations

from typing import Final

from vrplan.phrases import Context

ANY_YEAR: Final = Context(2018)
"""The kind of a reading ("ends", "not understood") is the same in every year."""
