"""What can be wrong with the files of a plan: a file too many or too few, and values that do not fit."""

from vrplan.findings import Code, Severity

SECOND_PLAN = Code(
    "VR010",
    "second-plan",
    Severity.ERROR,
    "this folder holds more than one plan file: {others}",
    "keep one plan in a folder; a later year is a further column of the same file",
    page="""A folder holds one plan.

    With two, nobody knows which of them counts: the office keeps up the one, and the auditor reads the other.
    The plan of the next year is no new file but a further column, so that everybody sees what became of each
    activity from one year to the next. Drafts and old copies may lie there if their names do not begin with
    `actionplan_`.

    Example:
    A folder with two files, `actionplan_2018.yaml` and `actionplan_2019.yaml`.

    Instead:
        columns:
          HP 2018: {adopted_by: sg-2017-35}
          HP 2019: {adopted_by: sg-2018-33, year: 2019}
    """,
)
NO_DECISIONS = Code(
    "VR011",
    "no-decisions",
    Severity.ERROR,
    "the file {file} is missing, so nothing in this plan has an authority",
    "add {file} with the decisions that the plan names",
    page="""A plan that names decisions has a file `decisions.yaml` beside it.

    The plan says what is to be done; `decisions.yaml` says who decided it, and when. Without it the plan is a
    list of wishes: no column is adopted, and not even the end of the organisation has been decided by
    anybody. If the file is there, it may have another name or lie in another folder.

    Example:
    A folder with `actionplan_2018.yaml`, whose columns name decisions, and no `decisions.yaml`.

    Instead:
        bodies:
          SG: {name: Styringsgruppen}
        decisions:
          - id: sg-2017-35
            title: Handlingsplan 2018
            standing: adopted
            evidence: full-text
            body: SG
            date: 2017-12-07
    """,
)
UNKNOWN_KEY = Code(
    "VR101",
    "unknown-key",
    Severity.ERROR,
    "the key {key} is not used here",
    "the keys here are: {known}",
    page="""The keys are those that a plan has, spelt as they are.

    A misspelt key would be passed over in silence: whatever stands behind it, be it an end, an owner or a
    receiver, counts for nothing, and nobody notices. The keys are English in every plan, and what you write
    behind them is in your own language. What has no key of its own can stand in a `note`.

    Example:
        - id: nettverk
          name: Drifte nettverket
          ressurs: Daglig leder

    Instead:
        - id: nettverk
          name: Drifte nettverket
          resource: Daglig leder
    """,
)
MISSING_KEY = Code(
    "VR102",
    "missing-key",
    Severity.ERROR,
    "the key {key} is missing here",
    "add a line {key}: …",
    page="""What every entry must say is there.

    Without an id an activity cannot be named in a command, a letter or a decision; without its standing a
    decision may be anything from an idea to a resolution. The little that has to be there is what somebody
    else needs who reads the plan without you.

    Example:
        - name: Drifte nettverket
          status:
            HP 2018: Løpende

    Instead:
        - id: nettverk
          name: Drifte nettverket
          status:
            HP 2018: Løpende
    """,
)
WRONG_FORM = Code(
    "VR103",
    "wrong-form",
    Severity.ERROR,
    "{key} must be {wanted}, and this is {got}",
    page="""A value has the form that belongs there: a text, a list, or lines of the form key: value.

    A column is more than its name: it may be proposed by one decision and adopted by another. From a single
    word where several things can stand, nobody can tell which of them is meant. A list has a dash before each
    of its entries, or stands in square brackets.

    Example:
        columns:
          HP 2018: sg-2017-35

    Instead:
        columns:
          HP 2018: {adopted_by: sg-2017-35}
    """,
)
NOT_A_DATE = Code(
    "VR104",
    "not-a-date",
    Severity.ERROR,
    "{value} is not a date that can stand here",
    "write {wanted}",
    page="""A date is written year-month-day, and is a day that the calendar has.

    01.02.18 is the first of February to one reader and the second of January to another; 2018-02-01 is the
    same day to everybody. This goes for the places that hold nothing but a date. The words of a status keep
    their dates as the paper has them, and the date of an old decision may be a month (2007-11) or a year
    (2010).

    Example:
        period: {from: 2018-01-01, to: 31.12.2018}

    Instead:
        period: {from: 2018-01-01, to: 2018-12-31}
    """,
)
NOT_ONE_OF = Code(
    "VR105",
    "not-one-of",
    Severity.ERROR,
    "{key} cannot be {value}",
    "write one of: {choices}",
    page="""Where one of a few words must stand, it is one of them.

    Much hangs on these words: property must go to somebody, a position must have a last day, and what is only
    proposed holds for nobody. With a word that is not among them nothing would be asked of the entry, and it
    would slip through. The words are English in every plan; names and texts are in your own language.

    Example:
        - {id: arkiv, kind: eiendom, name: Arkivet}

    Instead:
        - {id: arkiv, kind: property, name: Arkivet}
    """,
)
BAD_ID = Code(
    "VR106",
    "bad-id",
    Severity.ERROR,
    "{value} cannot be an id, which holds only small letters, digits and single hyphens, at most 60",
    "write it so: nettverk-moter",
    page="""An id is short and plain: small letters, digits and single hyphens, 60 at most.

    An id is typed into commands, quoted in e-mails, and stays the same for ever; capitals, spaces and signs
    are what people get wrong in them. The full name stands beside it, under `name`, and may be as long as it
    likes.

    Example:
        - id: Drifte nettverket
          name: Drifte nettverket

    Instead:
        - id: nettverk
          name: Drifte nettverket
    """,
)
EMPTY_TEXT = Code(
    "VR107",
    "empty-text",
    Severity.ERROR,
    "{key} is empty",
    "write its text, or remove the line",
    page="""Where a key stands, something stands behind it.

    An empty place can mean that nothing was decided, that nobody has filled it in yet, or that the words were
    lost in copying, and no reader can tell which. If the column says nothing of the activity, leave the line
    out. If it does, but its words are not among the papers, write `{text: ~, note: why}`.

    Example:
        status:
          HP 2018:
          Justert HP 2018: Avsluttes 29.6.2018

    Instead:
        status:
          Justert HP 2018: Avsluttes 29.6.2018
    """,
)
BAD_NUMBER = Code(
    "VR108",
    "bad-number",
    Severity.ERROR,
    "{key} cannot be {value}",
    "write a year with four digits: 2018",
    page="""A year is written with four digits.

    «Q3» and «30.6.» take their year from the column that they stand in; if that is wrong, every such date is
    wrong by a year. A column needs a `year` only when it speaks of another year than the one in which the
    plan's period begins.

    Example:
        columns:
          HP 2018: {adopted_by: sg-2017-35, year: neste}

    Instead:
        columns:
          HP 2018: {adopted_by: sg-2017-35, year: 2018}
    """,
)

CODES = (
    SECOND_PLAN, NO_DECISIONS,
    UNKNOWN_KEY, MISSING_KEY, WRONG_FORM, NOT_A_DATE, NOT_ONE_OF, BAD_ID, EMPTY_TEXT, BAD_NUMBER,
)  # fmt: skip
