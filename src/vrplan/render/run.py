"""What only the command line knows of a run of `check`, for the forms that other programs read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrplan.render.language import Language


@dataclass(frozen=True, slots=True)
class Run:
    """When and where a check runs, and how much it is to say."""

    moment: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    """When it is: some forms cannot do without."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """The path of a file from the top of its repository, by the name that messages give it."""
    quiet: bool = False
    """Whether the findings alone are wanted, without their count."""
    summarised: bool = False
    """Whether a job summary has all findings too."""
    language: Language = "en"

    def path(self, file: str) -> str:
        """The path by which a repository knows a file; the file's own name where none is known."""
        return self.paths.get(file, file)
