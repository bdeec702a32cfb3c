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
    "the file {file} is missing, so nothing in this plan has an authority",
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
    "use small letters, digits and single hyphens, at most 60: nettverk-moter",
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

CODES_OF_ERRORS = {
    "extra_forbidden": UNKNOWN_KEY,
    "missing": MISSING_KEY,
    "string_type": WRONG_FORM,
    "model_type": WRONG_FORM,
    "model_attributes_type": WRONG_FORM,
    "dict_type": WRONG_FORM,
    "tuple_type": WRONG_FORM,
    "string_unicode": WRONG_FORM,
    "literal_error": NOT_ONE_OF,
    "string_pattern_mismatch": BAD_ID,
    "string_too_long": BAD_ID,
    "string_too_short": EMPTY_TEXT,
    "not_a_date": NOT_A_DATE,
    "not_a_partial_date": NOT_A_DATE,
    "not_a_month_day": NOT_A_DATE,
    "impossible_date": NOT_A_DATE,
}
"""What Pydantic's kinds of errors are to us; those of numbers, which are many, are left to `BAD_NUMBER`."""

KEYS = "lines of the form key: value"
WANTED = {
    "string_type": "a text",
    "string_unicode": "a text of whole characters",
    "model_type": KEYS,
    "model_attributes_type": KEYS,
    "dict_type": KEYS,
    "tuple_type": "a list (lines that begin with a dash)",
    "not_a_date": "year, month and day as 2018-06-30",
    "not_a_partial_date": "2018-06-30, or 2018-06 or 2018 where the paper gives no day",
    "not_a_month_day": "month and day as 08-01",
    "impossible_date": "a day that the calendar has",
}
"""What should have been written, by the kind of error."""
