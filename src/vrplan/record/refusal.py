"""Why something is not recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.findings import Finding
    from vrplan.load import Loaded


class Refusal(Exception):  # noqa: N818 - an answer, not an error: nothing was written
    """Why something is not recorded, and the findings that it would cause, in the files as they would be."""

    def __init__(self, why: str, findings: Sequence[Finding] = (), loaded: Loaded | None = None) -> None:
        super().__init__(why)
        self.findings = tuple(findings)
        self.loaded = loaded
