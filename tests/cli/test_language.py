"""`--lang`: the same reports in bokmål and nynorsk; what programs read has no language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from vrplan.cli.options import language_of_locale

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

REPORTS = {
    "status": ["status", "--date", "2018-07-01"],
    "status-2019": ["status", "--date", "2019-01-01", "--width", "100"],
    "why": ["why", "transport-2-0", "--date", "2018-07-01", "--as-known", "2018-06-05"],
    "transfers": ["transfers", "--date", "2018-07-01"],
    "closeout": ["closeout"],
    "decisions": ["decisions", "--date", "2018-07-01"],
    "timeline": ["timeline", "--date", "2018-07-01"],
    "agenda": ["agenda", "--date", "2018-07-01"],
    "diff": ["diff", "2018-07-01", "2019-01-01"],
}
LOCALES = [
    ({}, "en"),
    ({"LANG": "nb_NO.UTF-8"}, "nb"),
    ({"LANG": "no_NO"}, "nb"),
    ({"LANG": "nn_NO.UTF-8"}, "nn"),
    ({"LANG": "nn"}, "nn"),
    ({"LANG": "NB-no"}, "nb"),
    ({"LANG": "nb@euro"}, "nb"),
    ({"LANG": "en_GB.UTF-8"}, "en"),
    ({"LANG": "sv_SE.UTF-8"}, "en"),
    ({"LANG": "nob_NO"}, "en"),
    ({"LANG": "nn_NO.UTF-8@euro"}, "nn"),
    ({"LANG": "C.UTF-8"}, "en"),
    ({"LANG": ""}, "en"),
    ({"LANG": "nn_NO", "LC_MESSAGES": "nb_NO"}, "nb"),
    ({"LANG": "nn_NO", "LC_MESSAGES": "en_US"}, "en"),
    ({"LANG": "nn_NO", "LC_MESSAGES": "", "LC_ALL": ""}, "nn"),
    ({"LANG": "en_US", "LC_MESSAGES": "en_US", "LC_ALL": "nn_NO"}, "nn"),
    ({"LANG": "nb_NO", "LC_ALL": "C"}, "en"),
    ({"LC_CTYPE": "nb_NO", "LANGUAGE": "nb"}, "en"),
]


@pytest.mark.parametrize(("environment", "language"), LOCALES)
def test_computer_says_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of_locale(environment) == language


@pytest.mark.parametrize(
    ("environment", "words", "begins"),
    [
        ({}, [], "Counts every decision"),
        ({"LANG": "nb_NO.UTF-8"}, [], "Alle vedtak i filene er tatt med"),
        ({"LANG": "nb_NO.UTF-8", "VRPLAN_LANG": "nn"}, [], "Alle vedtak i filene er tekne med"),
        ({"LANG": "nb_NO.UTF-8", "VRPLAN_LANG": " EN "}, [], "Counts every decision"),
        ({"LANG": "nb_NO.UTF-8", "VRPLAN_LANG": ""}, [], "Alle vedtak i filene er tatt med"),
        ({"LANG": "nb_NO.UTF-8", "VRPLAN_LANG": "nb"}, ["--lang", "nn"], "Alle vedtak i filene er tekne med"),
        ({"VRPLAN_LANG": "klingon"}, ["--lang", "en"], "Counts every decision"),
    ],
)
def test_option_goes_before_the_variable_and_that_before_the_computer(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], words: list[str], begins: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    code, out, err = run("status", "--data", "data", "--date", "2018-07-01", "--brief", *words)
    assert (code, err) == (0, "")
    assert out.splitlines()[2].startswith(begins)


@pytest.mark.parametrize(
    "words",
    [["status"], ["check"], ["read", "Q3"], ["transfers", "--sheet", "KHS"], ["export", "ics"]],
)
def test_variable_with_another_language_is_told_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("VRPLAN_LANG", "klingon")
    told = 'vrplan: VRPLAN_LANG: there is no language "klingon"; there are: nb, nn, en\n'
    assert run(*words, "--data", "data") == (2, "", told)


@pytest.mark.parametrize(
    "name", ["se", "", " ", "nb,en", "nb en", "nb_", "nbx", "nb_NO_x", "norsk", "nb/../en"]
)
def test_option_with_another_language_is_wrong_use(run: Run, name: str) -> None:
    told = f'vrplan: --lang: there is no language "{name.strip()}"; there are: nb, nn, en\n'
    assert run("status", "--lang", name, "--data", "data") == (2, "", told)


@pytest.mark.parametrize("from_", ["option", "variable"])
@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("NB", "Alle vedtak i filene er tatt med"),
        ("no", "Alle vedtak i filene er tatt med"),
        ("nb_NO", "Alle vedtak i filene er tatt med"),
        ("nb-NO.UTF-8", "Alle vedtak i filene er tatt med"),
        ("nn-NO", "Alle vedtak i filene er tekne med"),
        ("en_GB", "Counts every decision"),
    ],
)
def test_language_is_named_as_a_computer_names_it_too(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, begins: str, from_: str
) -> None:
    monkeypatch.setenv("LANG", "en_GB" if name != "en_GB" else "nb_NO")
    words = ["--lang", name] if from_ == "option" else []
    if from_ == "variable":
        monkeypatch.setenv("VRPLAN_LANG", name)
    _, out, _ = run("status", "--data", "data", "--date", "2018-07-01", "--brief", *words)
    assert out.splitlines()[2].startswith(begins)


STATES = {
    "en": "not_started, ongoing, in_transition, due, overdue, postponed, transferred, ended, done, cancelled, "
    "orphaned, undecided, unknown",
    "nb": "ikke_startet, pågår, overføres, skal_utføres, over_fristen, utsatt, overført, avsluttet, utført, "
    "bortfalt, uten_arvtaker, ikke_vedtatt, ukjent",
}


@pytest.mark.parametrize("language", STATES)
def test_unknown_state_is_told_with_all_names_of_the_language(run: Run, language: str) -> None:
    told = f"vrplan: there is no state xyzzy; there are: {STATES[language]}\n"
    words = ("status", "--state", "xyzzy", "--data", "data", "--lang", language)
    assert run(*words) == (2, "", told)


@pytest.mark.parametrize(
    ("option", "names"),
    [
        ("--state", ["ongoing", "Pågår", "pågår"]),
        (
            "--state",
            ["not_started", "not started", "Not-started", "ikke startet", "IKKE_STARTET", "ikkje  starta"],
        ),
        ("--level", ["focus_area", "focus-area", "focus area", "Focus areas", "fokusområde", "fokusområder"]),
        ("--level", ["activity", "aktivitetar", "aktivitet"]),
    ],
)
@pytest.mark.parametrize("language", ["en", "nb", "nn"])
def test_states_and_levels_are_named_as_they_are_told(
    run: Run, option: str, names: list[str], language: str
) -> None:
    words = ("status", "--data", "data", "--date", "2018-07-01", "--format", "csv", "--lang", language)
    told = [run(*words, option, name) for name in names]
    assert told[0][0] == 0
    assert len(told[0][1].splitlines()) > 2
    assert [one for one in told if one != told[0]] == []


def test_unknown_level_is_told_with_all_names(run: Run) -> None:
    words = ("status", "--level", "tiltak", "--data", "data", "--lang", "nb")
    told = "vrplan: there is no level tiltak; there are: aktivitet, fokusområde, forpliktelse\n"
    assert run(*words) == (2, "", told)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("form", ["text", "md"])
@pytest.mark.parametrize("name", REPORTS)
def test_report_of_the_shipped_plan(
    run: Run, golden: Callable[[str, str], None], name: str, form: str, language: str
) -> None:
    code, out, err = run(*REPORTS[name], "--data", "data", "--format", form, "--lang", language)
    assert (code, err) == (1 if name == "closeout" else 0, "")
    golden(f"{language}/{name}.{'txt' if form == 'text' else form}", out)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize(("name", "day"), [("KHS", "2018-07-01"), ("Bærum kommune", "2019-01-01")])
def test_sheet_of_the_shipped_plan(
    run: Run, golden: Callable[[str, str], None], name: str, day: str, language: str
) -> None:
    code, out, err = run("transfers", "--sheet", name, "--date", day, "--data", "data", "--lang", language)
    assert (code, err) == (0, "")
    golden(f"{language}/sheet-{name.split()[0].lower().replace('æ', 'ae')}.md", out)


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["transfers"],
        ["why", "shareon"],
        ["decisions"],
        ["timeline"],
        ["diff", "2018-06-30"],
        ["agenda"],
        ["closeout"],
    ],
)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_programs_read_has_no_language(run: Run, words: list[str], form: str) -> None:
    words = [*words, "--data", "data", "--date", "2018-07-01", "--format", form]
    assert run(*words, "--lang", "nb") == run(*words, "--lang", "en")


def test_readings_for_programs_have_no_language(run: Run) -> None:
    words = ["read", "Overføres til KHS i løpet av høsten", "--on", "2018-05-31", "--format", "json"]
    assert run(*words, "--lang", "nn") == run(*words)


def test_reading_is_told_in_the_language(run: Run) -> None:
    code, out, _ = run("read", "Overføres til KHS i løpet av høsten", "--on", "2018-05-31", "--lang", "nb")
    assert code == 0
    assert out == (
        "Overføres til KHS i løpet av høsten\n"
        "  overføres til KHS i tidsrommet 1.8.2018–31.12.2018\n"
        "  merk: høsten har ingen faste datoer; lest som 1.8.2018–31.12.2018. (window_used)\n"
    )


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("form", ["concise", "full"])
def test_findings_of_the_shipped_plan(
    run: Run, golden: Callable[[str, str], None], form: str, language: str
) -> None:
    code, out, err = run("check", "--data", "data", "--output-format", form, "--lang", language)
    assert (code, err) == (0, "")
    golden(f"{language}/check-{form}.txt", out)


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("nb", "12 advarsler, 6 merknader"),
        ("nn", "12 åtvaringar, 6 merknader"),
        ("en", "12 warnings, 6 infos"),
    ],
)
def test_findings_are_counted_in_the_language(run: Run, language: str, last: str) -> None:
    code, out, _ = run("check", "--data", "data", "--output-format", "concise", "--lang", language)
    assert code == 0
    assert out.splitlines()[-1] == last


def test_findings_for_programs_have_no_language(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with("- {id: en, name: En, statuss: {HP 2018: Løpende}}")
    words = ["check", "--data", str(folder), "--lang", "nb", "--output-format"]
    assert "hjelp: mente du status?" in run(*words, "full")[1]
    assert "did you mean status?" in run(*words, "json")[1]


def test_finding_is_the_same_one_in_every_language(run: Run) -> None:
    """By its fingerprint a service of code scanning knows what is new."""
    words = ["check", "--data", "data", "--output-format", "sarif", "--lang"]
    ours, theirs = (json.loads(run(*words, language)[1])["runs"][0] for language in ("nb", "en"))
    prints = [[one["partialFingerprints"] for one in some["results"]] for some in (ours, theirs)]
    assert prints[0] == prints[1]
    assert [some["tool"]["driver"]["language"] for some in (ours, theirs)] == ["nb", "en"]


def test_what_is_recorded_is_told_in_the_language_of_the_variable(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VRPLAN_LANG", "nb")
    words = ["record", "ended", "transport-2-0", "--date", "30.6.2018", "--source", "Referat", "--dry-run"]
    code, _, err = run(*words, "--data", "data")
    assert code == 0
    assert err.splitlines()[0] == "30.6.2018: avsluttet, kilde: Referat"


def test_plan_is_told_in_its_own_words(run: Run) -> None:
    words = ["why", "komut", "--data", "data", "--date", "2018-07-01", "--lang"]
    for language in ("nb", "nn", "en"):
        assert "Det gjøres ingen endringer i handlingsplanen." in run(*words, language)[1]
