"""What can be wrong with the files of a plan: a file too many or too few, and values that do not fit."""

from vrplan.findings import Code, Severity

SECOND_PLAN = Code(
    "VR010",
    "second-plan",
    Severity.ERROR,
    "this folder holds more than one plan file: {others}",
    "keep one plan in a folder; a later year is a further column of the same file",
)
NO_DECISIONS = Code(
    "VR011",
    "no-decisions",
    Severity.ERROR,
    "the file {file} is missing, and the plan refers to decisions",
    "add {file} with the decisions that the plan names",
)
UNKNOWN_KEY = Code(
    "VR101",
    "unknown-key",
    Severity.ERROR,
    "the key {key} is not used here",
    "the keys here are: {known}",
)
MISSING_KEY = Code(
    "VR102", "missing-key", Severity.ERROR, "the key {key} is missing here", "add a line {key}: …"
)
WRONG_FORM = Code("VR103", "wrong-form", Severity.ERROR, "{key} must be {wanted}, and this is {got}")
NOT_A_DATE = Code(
    "VR104",
    "not-a-date",
    Severity.ERROR,
    "{value} is not a date that can stand here",
    "write {wanted}",
)
NOT_ONE_OF = Code("VR105", "not-one-of", Severity.ERROR, "{key} cannot be {value}", "write one of: {choices}")
BAD_ID = Code(
    "VR106",
    "bad-id",
    Severity.ERROR,
    "{value} cannot be an id",
    "use small letters, digits and single hyphens, at most 60: bpa-enkeltsaker",
)
EMPTY_TEXT = Code(
    "VR107", "empty-text", Severity.ERROR, "{key} is empty", "write its text, or remove the line"
)
BAD_NUMBER = Code(
    "VR108", "bad-number", Severity.ERROR, "{key} cannot be {value}", "write a year with four digits: 2018"
)

CODES = (
    SECOND_PLAN, NO_DECISIONS,
    UNKNOWN_KEY, MISSING_KEY, WRONG_FORM, NOT_A_DATE, NOT_ONE_OF, BAD_ID, EMPTY_TEXT, BAD_NUMBER,
)  # fmt: skip
