"""A plan that is not written yet, as far as a paper gives it; None for what somebody must still fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class DraftText:
    """A status text, word for word, and where in the paper it stands."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class DraftActivity:
    """What is done. Of the texts of two columns that are equally new, the first holds."""

    name: str
    status: tuple[tuple[str, tuple[DraftText, ...]], ...] = ()
    """The texts of each column; several where the paper gives several."""
    resource: str | None = None
    note: str | None = None
    place: str = ""
    """Where in the paper its row stands."""


@dataclass(frozen=True, slots=True)
class DraftMeasure:
    """A group of activities."""

    name: str
    activities: tuple[DraftActivity, ...]


@dataclass(frozen=True, slots=True)
class DraftFocusArea:
    """A subject within an area; without measures the paper only names it."""

    name: str
    resource: str | None = None
    measures: tuple[DraftMeasure, ...] = ()
    status: tuple[tuple[str, tuple[DraftText, ...]], ...] = ()
    """The texts of each column that speak of it; the first of a column holds."""


@dataclass(frozen=True, slots=True)
class DraftArea:
    """A priority area; its name is None where the paper names none."""

    name: str | None
    focus_areas: tuple[DraftFocusArea, ...] = ()
    measures: tuple[DraftMeasure, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftDecision:
    """The decision that adopted an older column, as the paper tells it."""

    date: date
    body: str | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class DraftColumn:
    """A column with status texts. `year` is set where it is not that of the plan."""

    name: str
    is_of_the_paper: bool
    """Whether the paper itself proposes or adopts it; an older one was decided elsewhere."""
    year: int | None = None
    adopted_by: str | None = None
    """The id of the decision that somebody has named for it."""
    told: DraftDecision | None = None
    """What the paper says of that decision, where nobody has named it."""
    is_named_a_proposal: bool = False
    """Whether its heading says that it was proposed: "Forslag til endring"."""


@dataclass(frozen=True, slots=True)
class DraftPaper:
    """The paper that the draft is made from, and what its head says."""

    file: str
    title: str | None = None
    body: str | None = None
    date: date | None = None
    case: str | None = None
    standing: Literal["adopted", "proposed"] | None = None
    """What the paper does not show is not supposed."""
    sha256: str = ""
    is_own: bool = False
    """Whether vrplan wrote it from a plan: it is then no case of its own, and decides nothing."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as it will be written. `first_year` and `last_year` are inclusive."""

    paper: DraftPaper
    first_year: int
    last_year: int
    organisation: str | None = None
    columns: tuple[DraftColumn, ...] = ()
    areas: tuple[DraftArea, ...] = ()
    is_organisation_guessed: bool = False
    """Whether the paper only seems to say whose plan it is."""
    ceases: date | None = None
    """The first day without the organisation, as the text of the paper seems to say."""
    parties: tuple[str, ...] = ()
    """Who receives something, as the texts call them."""

    @property
    def is_decided(self) -> bool:
        """Whether vrplan's own paper tells of every column which decision adopted it: its standing matters to none."""
        return self.paper.is_own and bool(self.columns) and all(one.told is not None for one in self.columns)
