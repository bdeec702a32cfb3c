"""How the closed lists are called: in English as in the files, and every one of them has a name."""

from collections.abc import Callable, Iterable
from typing import Any, get_args

import pytest

from vrplan.model.values import BodyRole, Evidence, Happening, ObligationKind, Standing
from vrplan.phrases import Kind, Modality, Recurrence
from vrplan.render.wording import names


@pytest.mark.parametrize(
    ("called", "values"),
    [
        (names.kind_name, Kind),
        (names.recurrence_name, Recurrence),
        (names.modality_name, Modality),
        (names.standing_name, get_args(Standing)),
        (names.evidence_name, get_args(Evidence)),
        (names.role_name, get_args(BodyRole)),
        (names.happening_name, get_args(Happening)),
        (names.obligation_name, get_args(ObligationKind)),
    ],
)
def test_every_value_has_a_name_and_in_english_its_own(
    called: Callable[[Any], str], values: Iterable[str]
) -> None:
    assert [called(one) for one in values] == [str(one) for one in values]
