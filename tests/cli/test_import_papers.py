"""Papers of other shapes, as real files, from import to status: what they give, and that no word of them is lost.

They are made up, after follow-up lists, project lists and plans that municipalities, a church council, companies of
several municipalities and state offices have published.
"""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

Stated = list[tuple[str | None, str, str | None, str]]
"""Area, name, who does it, and the state on the day that the test asks about."""

CHURCH = """\
LILLEVIK KIRKELIGE FELLESRÅD
Møte 12. mars 2019
Sak 7/2019 Handlingsplan 2019-2020

Fellesrådet drøftet planen i januar.

VEDTAK

1. Gravplasser

Nr\tTiltak\tAnsvarlig\tTidsplan\tØkonomi\tStatus pr. 1. tertial
1.1\tNytt gravkart\tKirkeverge\tHøsten 2019\t40 000\tPågår
1.2\tMinnelund\tKirkeverge\t2020\t250 000\tUtsatt til 2021
\tSum\t\t\t290 000\t

2. Diakoni

Nr\tTiltak\tAnsvarlig\tTidsplan\tØkonomi\tStatus pr. 1. tertial
2.1\tBesøkstjeneste\tDiakon\tLøpende\t\tPågår
2.2\tSorggruppe\tDiakon\tVåren 2019\t5 000\tGjennomført
"""
CHURCH_STATES: Stated = [
    ("Gravplasser", "Nytt gravkart", "Kirkeverge", "due"),
    ("Gravplasser", "Minnelund", "Kirkeverge", "postponed"),
    ("Diakoni", "Besøkstjeneste", "Diakon", "ongoing"),
    ("Diakoni", "Sorggruppe", "Diakon", "done"),
]

DECISIONS = """<!doctype html><meta charset="utf-8"><title>Oppfølging av politiske vedtak</title>
<h1>Oppfølging av politiske vedtak 2020</h1><p>Lillevik kommune</p>
<p>Rapport pr. 2. tertial. Listen er lagt fram for formannskapet 15.9.2020.</p>
<table><thead><tr><th>Utvalg<th>Møtedato<th>Saksbehandler<th>Saksnr og tittel<th>Vedtak/tilråding<th>Status<th>Merknader
</thead><tr><td rowspan="2">Kommunestyret<td rowspan="2">18.6.2020
<td rowspan="2">ABC<td rowspan="2">PS 41/20 Kulturskolen
<td>Kulturskolen legges til Nabovik kommune.<td>Overføres til Nabovik kommune 1.1.2021<td>Avtale er til signering
<tr><td>Rådmannen legger fram ny sak.<td>Innen 1.12.2020<td>
<tr><td>Formannskapet<td>1.9.2020<td>DEF<td>PS 55/20 Leie av lager<td>Leieavtalen sies opp.<td>Gjennomført 10.9.2020<td>
</table><p>Spørsmål kan rettes til politisk sekretariat.</p>"""
DECISION_STATES: Stated = [
    ("Tiltak", "Kulturskolen legges til Nabovik kommune.", None, "ongoing"),
    ("Tiltak", "Rådmannen legger fram ny sak.", None, "due"),
    ("Tiltak", "Leieavtalen sies opp.", None, "done"),
]

PROJECTS = [
    ["Prosjekt", "Leveranse", "Prosjektleder", "Start", "Slutt", "Status", "Kommentar"],
    ["Ny gjenbruksstasjon", "Kjøpe tomt", "Driftssjef", "1.2.2021", "30.6.2021", "Grønn", "Etter planen"],
    ["", "Bygge stasjonen", "Driftssjef", "1.8.2021", "31.12.2022", "Gul", "Avventer tillatelse"],
    [
        "Slambehandling",
        "Avvikle anlegget",
        "Teknisk leder",
        "",
        "Q4 2021",
        "Rød",
        "Nabovik Vann IKS er spurt",
    ],
]
PROJECT_LINES = [
    *("Vestfjord Renovasjon IKS", "Styremøte 4. februar 2021", "Sak 3/2021 Prosjektportefølje 2021"),
    *("Vedtak:", "Styret tar porteføljen til etterretning."),
]
PROJECT_STATES: Stated = [
    ("Tiltak", "Kjøpe tomt", "Driftssjef", "overdue"),
    ("Tiltak", "Bygge stasjonen", "Driftssjef", "not_started"),
    ("Tiltak", "Avvikle anlegget", "Teknisk leder", "not_started"),
]

STATE_OFFICE = """\
# Oppfylgjing av tildelingsbrevet for 2022

Statleg tilsynskontor, leiarmøte 3. mai 2022

| Delmål | Oppdrag | Ansvarleg avdeling | Frist | Status |
|---|---|---|---|---|
| 1 Trygge tenester | 1.1 Kartleggje tilsyna | Tilsyn | 1. september 2022 | Under arbeid |
| | 1.2 Rapportere til departementet | Stab | Innan 15.10.2022 | |
| 2 Digitalisering | 2.1 Fase ut gammalt arkiv | IKT | Hausten 2022 | Vert avslutta 31.12.2022 |
| | 2.2 Drifte sakssystem | IKT | Kontinuerleg | Vert overført til Fellestenestene 1.1.2023 |

Rapportering skjer kvart tertial.
"""
STATE_OFFICE_STATES: Stated = [
    ("Tiltak", "1.1 Kartleggje tilsyna", "Tilsyn", "overdue"),
    ("Tiltak", "1.2 Rapportere til departementet", "Stab", "due"),
    ("Tiltak", "2.1 Fase ut gammalt arkiv", "IKT", "ongoing"),
    ("Tiltak", "2.2 Drifte sakssystem", "IKT", "ongoing"),
]

YEARS = [
    ["Tiltak", "Ansvar", "2023", "2024"],
    ["Bytte til LED-lys", "Eiendom", "Pågår", "Slutt 30.6.2024"],
    ["Kartlegge utslipp", "Miljø", "Løpende", "Løpende"],
    ["Næringsfond", "Næring", "Videreføres", "Overføres til Nordfjord fylkeskommune"],
]
YEAR_LINES = [
    ("Regionrådet for Fjordbyen", "BodyText"),
    ("Handlingsplan 2023-2024", "Heading1"),
    ("Vedtatt av regionrådet 8. desember 2022, sak 22/2022", "BodyText"),
    ("Klima og næring", "Heading2"),
]
YEAR_STATES: Stated = [
    ("Klima og næring", "Bytte til LED-lys", "Eiendom", "ended"),
    ("Klima og næring", "Kartlegge utslipp", "Miljø", "ongoing"),
    ("Klima og næring", "Næringsfond", "Næring", "ongoing"),
]

SCHOOLS = """\
Felles plan for skolene
=======================

Fellesnemnda 14.2.2018

Sak 9/18 Tiltaksplan 2018

Innstilling:

Innsatsområde: Oppvekst

Fokusområde 1 - Kulturskolen

Videreføres ut 2018

Fokusområde 2 - Grunnskolen

+----------------+---------------------+--------------+---------------------------+
| Tiltak         | Aktiviteter         | Ansvar       | Frist                     |
+================+=====================+==============+===========================+
| Felles systemer| Innføre felles      | IKT-leder    | Innen 1.8.2018            |
|                | skoleplattform      |              |                           |
|                +---------------------+--------------+---------------------------+
|                | Flytte elevarkivene | Arkivleder   | Q4                        |
+----------------+---------------------+--------------+---------------------------+

Planen rulleres hvert år.
"""
SCHOOL_STATES: Stated = [
    ("Oppvekst", "Innføre felles skoleplattform", "IKT-leder", "undecided"),  # only proposed
    ("Oppvekst", "Flytte elevarkivene", "Arkivleder", "undecided"),
]


def projects_as_word() -> bytes:
    document = Document()
    for line in PROJECT_LINES:
        document.add_paragraph(line)
    table = document.add_table(len(PROJECTS), len(PROJECTS[0]))
    for at, row in enumerate(PROJECTS):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def years_as_pdf() -> bytes:
    from reportlab.lib import colors  # type: ignore[import-untyped]
    from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # type: ignore[import-untyped]

    styles, file = getSampleStyleSheet(), io.BytesIO()
    cells = [[Paragraph(text, styles["BodyText"]) for text in row] for row in YEARS]
    grid = Table(cells, [120, 80, 100, 120], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    SimpleDocTemplate(file, invariant=1).build(
        [*(Paragraph(text, styles[style]) for text, style in YEAR_LINES), grid]
    )
    return file.getvalue()


def words_of(*texts: str) -> set[str]:
    """Whatever is a word or a number, in small letters, as a reader tells them apart."""
    return {word for text in texts for word in re.findall(r"\w+", text.casefold())}


PAPERS: dict[str, tuple[Any, str, str, Stated]] = {
    "kirke.txt": (CHURCH, CHURCH, "2019-09-01", CHURCH_STATES),
    "vedtak.html": (DECISIONS, re.sub(r"<[^>]*>", " ", DECISIONS), "2020-11-01", DECISION_STATES),
    "prosjekter.docx": (
        projects_as_word,
        " ".join([*PROJECT_LINES, *(text for row in PROJECTS for text in row)]),
        "2021-09-01",
        PROJECT_STATES,
    ),
    "tildelingsbrev.md": (STATE_OFFICE, STATE_OFFICE, "2022-10-01", STATE_OFFICE_STATES),
    "regionråd.pdf": (
        years_as_pdf,
        " ".join([*(text for text, _ in YEAR_LINES), *(text for row in YEARS for text in row)]),
        "2024-07-01",
        YEAR_STATES,
    ),
    "skoler.md": (SCHOOLS, SCHOOLS, "2018-09-01", SCHOOL_STATES),
}
HEADS = words_of(
    "Nr Tiltak Ansvarlig Vedtak Utvalg Møtedato Saksbehandler Saksnr og tittel Vedtak/tilråding Merknader Prosjekt",
    "Leveranse Prosjektleder Kommentar Delmål Oppdrag Ansvarleg avdeling Ansvar Aktiviteter Innstilling",
    "Innsatsområde Fokusområde Møte Styremøte Sak Vedtatt av",
)
"""Words that are used up by saying what stands below or behind them."""


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str, Stated]:
    content, shown, day, stated = PAPERS[request.param]
    path = tmp_path / request.param
    path.write_bytes(content() if callable(content) else content.encode())
    return path, shown, day, stated


def test_from_the_paper_to_the_status(paper: tuple[Path, str, str, Stated], run: Run, tmp_path: Path) -> None:
    path, shown, day, stated = paper
    folder, report = tmp_path / "plan", tmp_path / "rapport.md"
    told = ("--organisation", "Prøverådet", "--report", str(report))
    assert run("import", str(path), "-o", str(folder), *told)[0] == 0
    out = run("check", "--data", str(folder), "--output-format", "json")[1]
    assert json.loads(out)["summary"]["errors"] == 0
    items = json.loads(run("status", "--data", str(folder), "--date", day, "--format", "json")[1])["items"]
    found = [
        (one["area"], one["name"], one["resource"], one["state"])
        for one in items
        if one["level"] == "activity"
    ]
    assert found == [(area, name, who, state) for area, name, who, state in stated]
    # Nothing is dropped silently: what is not in the plan is in the report.
    kept = words_of(*(one.read_text(encoding="utf-8") for one in (*folder.glob("*.yaml"), report)))
    day_and_month = re.compile(r"\d{1,2}|\d{4}|mars|februar|mai|desember")
    lost = {word for word in words_of(shown) - kept - HEADS if not day_and_month.fullmatch(word)}
    assert lost == set()


def test_a_focus_area_without_a_table_has_the_status_that_stands_below_it(run: Run, tmp_path: Path) -> None:
    path, folder = tmp_path / "skoler.md", tmp_path / "plan"
    text = SCHOOLS.replace("| Frist                     |", "| HP 2018                   |")
    path.write_text(text, encoding="utf-8")
    assert run("import", str(path), "-o", str(folder), "--organisation", "Prøverådet")[0] == 0
    out = run("why", "kulturskolen", "--data", str(folder), "--date", "2018-03-01", "--format", "json")[1]
    (statement,) = json.loads(out)["statements"]
    assert (statement["text"], statement["column"]) == ("Videreføres ut 2018", "HP 2018")
