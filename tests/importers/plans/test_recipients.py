"""Who receives something by the words of a status becomes a party of the draft, where the words are a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.drafts.texts import texts_of
from vrplan.folder import PlanFolder
from vrplan.importers.drafting import Wishes, imported
from vrplan.load import load
from vrplan.rules.every import findings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

    Papers = Callable[..., Paper]


@pytest.mark.parametrize(
    ("texts", "parties"),
    [
        (["Overføres til KHS"], ("KHS",)),
        (["Overføres til Bærum kulturskole i løpet av høsten"], ("Bærum kulturskole",)),
        (["Overføres til KHS", "Overført til khs", "Overføres til KHS 1.8.2018"], ("KHS",)),
        (["KHS overtar fra 1.8.2018"], ("KHS",)),
        # no name, or more than one
        (["Overføres til kommunene"], ()),
        (["Kommunen overtar"], ()),  # the capital letter is the sentence's
        (["Overføres til Bærum kommune og KHS"], ()),
        (["Overføres til Fjordrådet"], ()),  # whose plan it is
        (["Videreføres", "Q3"], ()),
    ],
)
def test_parties(texts: list[str], parties: tuple[str, ...], paper_from: Papers) -> None:
    rows = "\n".join(f"| Kurs {at} | {text} |" for at, text in enumerate(texts))
    made = imported(
        paper_from(f"# Handlingsplan 2018\n| Tiltak | HP 2018 |\n{rows}"), Wishes(organisation="Fjordrådet")
    )
    assert made.draft.parties == parties


def test_check_knows_them_and_the_file_asks_for_their_names(paper_from: Papers) -> None:
    made = imported(
        paper_from("# Handlingsplan 2018\n| Tiltak | HP 2018 |\n| Kurs | Overføres til KHS: drift |"),
        Wishes(),
    )
    files = {path: text.encode() for path, text in texts_of(made.draft).items()}
    text = files["actionplan_2018.yaml"].decode()
    assert (
        "\nparties:\n  KHS: {}  # TODO name: what it is called in full; a status hands over to it\n" in text
    )
    decisions = {"decisions.yaml": files.pop("decisions.yaml")}
    loaded = load(PlanFolder(files, decisions, "decisions.yaml"))
    assert "VR210" not in {one.code.code for one in findings_of(loaded)}
    assert loaded.plan is not None
    assert loaded.plan.parties["KHS"].name is None
