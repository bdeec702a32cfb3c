from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]


def plan(name: str, *, more: str = "") -> str:
    return f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        parties: {{KHS: {{}}, Bærum kommune: {{}}, Kulturskolen: {{part_of: Bærum kommune}}}}
        areas:
          - id: helse
            name: Helse
            measures:
              - name: Beredskap
                activities:
                  - id: nettverk
                    name: "{name}"
                    status: {{HP 2018: Løpende}}
        {more}
        """


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Drifte nettverk (avsluttes 29.6.18)", "avsluttes 29.6.18"),
        ("Drifte nettverk (Avsluttes)", "Avsluttes"),
        ("Kurs (utgår)", "utgår"),
        ("Kurs (gjennomført)", "gjennomført"),
        ("Fagråd (løpende)", "løpende"),
        ("Møter – overføres til KHS", "overføres til KHS"),
        ("Møter – avsluttes fra Vestregionens side 29.6.2018", "avsluttes fra Vestregionens side 29.6.2018"),
        ("Nettverk - vidareførast ut 2018", "vidareførast ut 2018"),
        ("Kurs – utsatt til 2019", "utsatt til 2019"),
        ("Rapport – ferdig", "ferdig"),
        ("Møter – pågår", "pågår"),
        ("Løpende: Delta i arbeidsgrupper", "Løpende"),
        ("Avsluttes 29.6.18", "Avsluttes 29.6.18"),
        ("Løpende", "Løpende"),
        ("Drifte nettverk; opphører fra 1.1.2019", "opphører fra 1.1.2019"),
        ("Drifte nettverk. Overført til Kulturskolen", "Overført til Kulturskolen"),
        ("Delta i fagråd, avsluttes 29.6.18", "avsluttes 29.6.18"),
        ("Transport 2.0 avsluttes 29.6.18", "avsluttes 29.6.18"),
        ("Nettverksmøter videreføres ut 2018", "videreføres ut 2018"),
        ("Prosjektet legges ned 31.12.2018", "legges ned 31.12.2018"),
        ("Orkesteret er overført til Kulturskolen", "er overført til Kulturskolen"),
    ],
)
def test_status_in_the_name_of_an_activity_is_told(found_in: FoundIn, name: str, words: str) -> None:
    (finding,) = found_in(plan(name))
    assert finding.place is not None
    assert (finding.code.code, finding.place.line, finding.place.column) == ("VR309", 10, 19)
    assert message(finding).sentence == f"the name of nettverk says “{words}”, and a name is never read"


@pytest.mark.parametrize(
    "name",
    [
        # the names of the shipped plan that speak of ending and going on
        "Videreføre kontakten med Vitensenteret helse og teknologi ved HSN",
        "Videreføre inspirasjonskonserter og mesterklasser der Dextra Musica-utøvere deltar.",
        "Avslutte formelle avtaler + orientere samarbeidspartnere om vedtak",
        "Si opp mht husleie, regnskap, revisjon, aviser",
        "Avslutte lisenser web, software",
        "Videreutvikle kontakten med rektorer ved alle kulturskoler; bla gjennom kvartalsvise rektormøter",
        "Lede Transport 2.0 – nettverk for grønn mobilitet, i tråd nettverkets plattform som ble revidert i juni 2017.",
        "Bistå og fasilitere utviklingsarbeid fastsatt av nettverket",
        # tasks about what has a status of its own
        "Oversikt over avtaler som opphører 31.12.2018",
        "Evaluere tiltak som avsluttes i 2018",
        "Sikre at nettverket videreføres ut 2018",
        "Bistå kommunene når BPA overføres til KHS",
        "Følge opp avtalene til de opphører 31.12.2018",
        "Informere om at KomUt videreføres",
        "Avklare at avtalen opphører 31.12.2018",
        # words that only look like a status
        "Kurs, nettverk, løpende oppfølging av avtaler",
        "Løpende kontakt med kommunene",
        "Løpende, god dialog med fylket",
        "Rapportere løpende",
        "Tiltak for utsatt ungdom",
        "Kultur – utsatte barn og unge",
        "Nedlagte skoler – ny bruk",
        "Bistand til ferdig utskrevne pasienter",
        "Ferdigheter – kurs for lærere",
        "Arkiv: overført materiale gjennomgås",
        "Kurs (gjennomføres årlig)",
        "Kontakt med de overførte, videreførte og avsluttede prosjektene",
        # times that belong to the name
        "Plan for folkehelse (2016–2018)",
        "Nettverk – Q3",
        "Ferdigstille rapporten innen 1.10.2018",
        "Møter (tertialvis)",
    ],
)
def test_name_of_a_task_is_no_status(findings_from: FindingsFrom, name: str) -> None:
    assert findings_from(plan(name)) == []


def test_every_activity_with_that_name_is_told_in_its_place(findings_from: FindingsFrom) -> None:
    more = """  - id: kultur
            name: Kultur (avsluttes 29.6.18)
            measures:
              - name: Møter (avsluttes 29.6.18)
                activities:
                  - {id: moter, name: Kurs (utgår), status: {HP 2018: Løpende}}
                  - {id: reiser, name: Reiser, status: {HP 2018: Løpende}}
        obligations: [{id: leie, name: Leie (opphører 31.12.2018), kind: contract, status: {HP 2018: Løpende}}]
        """
    assert findings_from(plan("Kurs (utgår)", more=more)) == [("VR309", 10, 19), ("VR309", 17, 31)]


@pytest.mark.parametrize("name", ["(" * 20_000 + "føres", "– " * 20_000 + "utgår", "avsluttes som " * 5_000])
def test_long_name_is_looked_at_in_passing(found_in: FoundIn, name: str) -> None:
    assert {one.code.code for one in found_in(plan(name))} <= {"VR309"}
