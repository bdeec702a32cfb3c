"""A draft as files: every text can be read again as it is, whatever it holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.drafts.ids import Ids, id_of
from vrplan.drafts.texts import texts_of
from vrplan.drafts.values import (
    Draft,
    DraftActivity,
    DraftArea,
    DraftColumn,
    DraftFocusArea,
    DraftMeasure,
    DraftPaper,
    DraftText,
)
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.rules import errors_of
from vrplan.rules.every import findings_of

if TYPE_CHECKING:
    from vrplan.load import Loaded

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.sampled_from(
        [
            "# ikke",
            "a: b",
            "- c",
            "'",
            '"',
            "{d}",
            "[e]",
            "|",
            ">",
            "%",
            "@",
            "`",
            "null",
            "no",
            "1e3",
            "\x07",
            "~",
            "?",
        ]
    ),
    st.builds(lambda text: text * 400, st.sampled_from(["lang ", "a: ", "# "])),
)
COLUMNS = ["HP 2018", "Justert: HP 2018", "#"]


def statuses() -> st.SearchStrategy[Any]:
    said = st.lists(st.builds(DraftText, TEXTS, TEXTS), min_size=1, max_size=2).map(tuple)
    return st.dictionaries(st.sampled_from(COLUMNS), said).map(lambda found: tuple(found.items()))


ACTIVITIES = st.builds(DraftActivity, TEXTS, statuses(), st.none() | TEXTS, st.none() | TEXTS)
MEASURES = st.lists(
    st.builds(DraftMeasure, TEXTS, st.lists(ACTIVITIES, min_size=1, max_size=2).map(tuple)), max_size=2
).map(tuple)
FOCUS_AREAS = st.lists(st.builds(DraftFocusArea, TEXTS, st.none() | TEXTS, MEASURES), max_size=2).map(tuple)
AREAS = st.lists(st.builds(DraftArea, TEXTS, FOCUS_AREAS, MEASURES), max_size=2).map(tuple)
PAPERS = st.builds(
    DraftPaper,
    TEXTS,
    st.none() | TEXTS,
    st.none() | TEXTS,
    st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.none() | TEXTS,
    st.sampled_from(["adopted", "proposed", None]),
)
DRAFTS = st.builds(
    Draft,
    paper=PAPERS,
    first_year=st.just(2018),
    last_year=st.just(2019),
    organisation=st.none() | TEXTS.filter(str.strip),
    columns=st.tuples(
        st.just(DraftColumn(COLUMNS[0], is_of_the_paper=False)),
        st.just(DraftColumn(COLUMNS[1], is_of_the_paper=True, year=2019)),
        st.just(DraftColumn(COLUMNS[2], is_of_the_paper=False, adopted_by="sg-2018-16")),
    ),
    areas=AREAS,
)


def read(draft: Draft) -> Loaded:
    files = {path: text.encode() for path, text in texts_of(draft).items()}
    decisions = {"decisions.yaml": files.pop("decisions.yaml")}
    return load(PlanFolder(files, decisions, "decisions.yaml"))


def measures(written: Any) -> list[Any]:
    return [
        (
            measure.name,
            [
                (
                    one.name,
                    one.resource,
                    one.note,
                    {key: said(text) for key, text in (one.status or {}).items()},
                )
                for one in measure.activities
            ],
        )
        for measure in written
    ]


def said(text: Any) -> list[tuple[str, str]]:
    return [(one.text, one.note) for one in (text if isinstance(text, tuple) else (text,))]


@settings(max_examples=60, deadline=None)
@given(draft=DRAFTS)
def test_files_hold_exactly_the_texts_of_the_draft(draft: Draft) -> None:
    loaded = read(draft)
    assert errors_of(loaded) == ()
    assert loaded.plan is not None
    written = loaded.plan.written
    assert [
        (
            area.name,
            [(one.name, one.resource, measures(one.measures)) for one in area.focus_areas],
            measures(area.measures),
        )
        for area in written.areas
    ] == [
        (
            area.name,
            [(one.name, one.resource, drafted(one.measures)) for one in area.focus_areas],
            drafted(area.measures),
        )
        for area in draft.areas
    ]
    (paper,) = loaded.plan.decided.sources.values()
    assert (paper.file, paper.case) == (draft.paper.file, draft.paper.case)
    assert [body.name for body in loaded.plan.decided.bodies.values()] == [draft.paper.body or ""][
        : bool(draft.paper.body)
    ]
    assert list(written.columns) == COLUMNS
    if draft.organisation:
        assert written.organisation == draft.organisation


def drafted(found: tuple[DraftMeasure, ...]) -> list[Any]:
    return [
        (
            measure.name,
            [
                (
                    one.name,
                    one.resource,
                    one.note,
                    {name: [(text.text, text.place) for text in texts] for name, texts in one.status},
                )
                for one in measure.activities
            ],
        )
        for measure in found
    ]


def draft_with(**others: Any) -> Draft:
    activity = DraftActivity("Holde kurs", (("HP 2018", (DraftText("Løpende", "table 1, line 3"),)),))
    known: dict[str, Any] = {
        "paper": DraftPaper("Sak 15-2018.docx", "Handlingsplan 2018", "Styret", date(2018, 5, 31), "15/2018"),
        "first_year": 2018,
        "last_year": 2018,
        "organisation": "Fjordrådet",
        "columns": (DraftColumn("HP 2018", is_of_the_paper=True),),
        "areas": (DraftArea("Helse", measures=(DraftMeasure("Kurs", (activity,)),)),),
    }
    return Draft(**known | others)


def test_draft_reads_like_a_plan_that_somebody_wrote() -> None:
    files = texts_of(draft_with())
    assert list(files) == ["actionplan_2018.yaml", "decisions.yaml"]
    plan = files["actionplan_2018.yaml"]
    assert plan.startswith(
        "# yaml-language-server: $schema=actionplan.schema.json\n# A draft, made from the paper"
    )
    assert plan.endswith("""\
areas:
  - id: helse
    name: Helse
    measures:
      - name: Kurs
        activities:
          - id: holde-kurs
            name: Holde kurs
            status:
              HP 2018: {text: Løpende, source: sak-15-2018, note: "table 1, line 3"}
""")


def test_long_status_stands_in_lines() -> None:
    text = "Videreføres ut 2019. VRs andel av finansieringen utbetales i 2018 og er avtalt"
    activity = DraftActivity("Kurs", (("HP 2018", (DraftText(text, "table 1, line 3"),)),))
    plan = texts_of(draft_with(areas=(DraftArea("A", measures=(DraftMeasure("K", (activity,)),)),)))
    assert f"\n              HP 2018:\n                text: {text}\n" in plan["actionplan_2018.yaml"]


def test_decision_is_what_the_paper_shows() -> None:
    def standing(value: Any) -> tuple[str | None, str | None, list[str]]:
        paper = DraftPaper("a.docx", "HP", "Styret", date(2018, 5, 31), "15/2018", value)
        plan = read(draft_with(paper=paper)).plan
        assert plan is not None
        column = plan.columns["HP 2018"]
        return column.proposed_by, column.adopted_by, [str(one.standing) for one in plan.decisions.values()]

    assert standing("proposed") == ("styret-2018-15", None, ["proposed"])
    assert standing("adopted") == (None, "styret-2018-15", ["adopted"])
    assert standing(None) == (None, None, [])


def test_what_is_not_known_is_marked_and_warned_of() -> None:
    draft = draft_with(paper=DraftPaper("a.txt"), organisation=None)
    files = texts_of(draft)
    marks = [line.strip() for text in files.values() for line in text.splitlines() if "TODO" in line]
    assert [mark.split("TODO ")[1].split(":")[0] for mark in marks if "TODO " in mark and ": " in mark] == [
        "title",
        "organisation",
        "ceases",
        "adopted_by",
        "parties",
        "bodies",
        "body",
        "date",
        "case",
    ]
    assert [(one.code.code, str(one.code.severity)) for one in findings_of(read(draft))] == [
        ("VR401", "warning")
    ]


def test_decision_named_for_a_column_tells_what_its_id_tells() -> None:
    def told(decision: str) -> tuple[object, ...]:
        columns = (DraftColumn("HP 2018", is_of_the_paper=False, adopted_by=decision),)
        plan = read(draft_with(columns=columns)).plan
        assert plan is not None
        one = plan.decisions[decision]
        return one.body, one.date and one.date.text, one.case

    assert told("styret-2017-35") == ("styret", "2017", "35/2017")
    assert told("gf-2017-12-07") == (None, "2017-12-07", None)
    assert told("vedtak") == (None, None, None)


def test_ids_are_short_and_used_once() -> None:
    ids = Ids()
    names = [
        "Holde kurs",
        "holde  kurs!",
        "Café Ærlig",
        "§ 27",
        "---",
        "Bistå den enkelte kommune i enkeltsaker og saker",
    ]
    assert [ids.new(name, "aktivitet") for name in names] == [
        "holde-kurs",
        "holde-kurs-2",
        "cafe-ærlig",
        "27",
        "aktivitet",
        "bistå-den-enkelte-kommune-i-enkeltsaker",
    ]
    assert id_of("Drifte nettverk for folkehelsekoordinatorer i regionen", "x") == "drifte-nettverk"
    assert len(id_of("a" * 100, "x")) == 40
