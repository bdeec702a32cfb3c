"""The words of the made-up plans: what stands before the areas, the decisions, and the texts that repeat."""

HEAD = """\
plan: stor-plan-2018
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: gf-2018-06-14/9}

columns:
  HP 2018: {adopted_by: sg-2017-35}
  Justert HP 2018: {proposed_by: rg-2018-15, adopted_by: sg-2018-16}

parties:
  KHS: {name: Kommunehelsesamarbeidet, aliases: [Kommunehelsesamarbeidet i Vestre Viken]}
  Bærum kommune: {aliases: [Bærum]}
  Bærum kulturskole: {part_of: Bærum kommune}
  Daglig leder: {part_of: Vestregionen}

areas:
"""

DECISIONS = """\
bodies:
  GF: {name: Generalforsamlingen}
  SG: {name: Styringsgruppen}
  RG: {name: Rådmannsgruppen}

sources:
  rg-2018-15-notat: {title: Revidert handlingsplan 2018, body: RG, date: 2018-05-31, case: 15/2018}

meetings:
  - {body: SG, date: 2017-12-07}
  - {body: RG, date: 2018-05-31}
  - {body: GF, date: 2018-06-14}

decisions:
  - {id: sg-2017-35, body: SG, date: 2017-12-07, title: Handlingsplan 2018, standing: adopted, evidence: cited}
  - id: rg-2018-15
    body: RG
    date: 2018-05-31
    case: 15/2018
    title: Revidert handlingsplan 2018
    standing: proposed
    evidence: full-text
    source: rg-2018-15-notat
  - {id: sg-2018-16, body: SG, date: 2018-06-14, title: Revidert plan, standing: adopted, evidence: full-text}
  - id: gf-2018-06-14
    body: GF
    date: 2018-06-14
    title: Vestregionens framtid
    standing: adopted
    evidence: full-text
    points:
      - {id: 5, summary: Samarbeidet vurderes videreført av KHS.}
      - {id: 9, summary: Vestregionen opphører.}
"""

OBLIGATION = """\
        obligations:
          - id: forpliktelse-{number}
            kind: payment
            name: Vestregionens andel av finansieringen {number}
            source: rg-2018-15-notat
            status:
              Justert HP 2018: behandles i løpet av 2018"""

VERBS = ("Bidra i", "Delta i", "Drifte", "Lede", "Tilrettelegge for", "Markedsføre", "Koordinere", "Bistå i")
SUBJECTS = (
    "nettverk for folkehelsekoordinatorer",
    "arbeidsgrupper om knutepunkter",
    "høringssvar om arealbruk",
    "kulturnettverket",
    "undervisningen i masteremnet",
    "forskningsprosjektet",
    "utviklingsarbeid i kommunene",
    "kompetanseheving om språk",
)
WHOM = (
    "for interesserte kommuner",
    "i regionen",
    "sammen med KHS",
    "etter avtale med rådmennene",
    "fastsatt av nettverket",
)

_DAYS = ("29.6", "31.8", "28.9", "31.10", "30.11", "31.12")
THEN = (*["Løpende"] * 6, "Kvartalsvis", "Kvartalsvis", "Tertialvis", "Q1", "Q2", "Q3", "Q4")
"""Texts of the first column; what is common in real plans stands here more than once."""
NOW = (
    *["Avsluttes 29.6.18", "Videreføres ut 2018", "Overføres til KHS i løpet av høsten"] * 6,
    *["Q3", "Q4", "Q2", "I løpet av 2018", "Innen 3. desember"] * 2,
    *(f"Avsluttes {day}.18" for day in _DAYS),
    *(f"Overføres til KHS {day}.2018" for day in _DAYS[1:]),
    *(f"Videreføres til {day}.2018" for day in _DAYS[1:]),
    *(f"Avvikles pr {day}.2018" for day in _DAYS[1:]),
    "Høsten 2018",
    "August 2018",
)
"""Texts of the column in force."""
MEANT = (
    ("Videreføres", "{to: 2018-12-31}"),
    ("Overført til Bærum kulturskole", "{from: 2018-06-20}"),
    ("Det vil senere utarbeides en oversikt", "{kind: due, from: 2018-09-01, to: 2018-10-31}"),
)
"""Texts that leave something out, each with what it means."""


def distinct_texts() -> list[str]:
    """A few hundred texts of the kinds above, each different, for the clock of the phrase reader."""
    days = [f"{day}.{month}.2018" for month in range(1, 13) for day in range(1, 29, 3)]
    forms = ("Avsluttes {}", "Overføres til KHS {}", "Videreføres til {}", "Avvikles pr {}")
    dated = [form.format(day) for day in days for form in forms]
    return [*dict.fromkeys((*THEN, *NOW, *(text for text, _ in MEANT))), *dated]
