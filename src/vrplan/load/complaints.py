"""What Pydantic complains about, in our codes and words."""

from vrplan.findings import N_
from vrplan.load.codes import (
    BAD_ID,
    EMPTY_TEXT,
    MISSING_KEY,
    NOT_A_DATE,
    NOT_ONE_OF,
    UNKNOWN_KEY,
    WRONG_FORM,
)

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

KEYS = N_("lines of the form key: value")
WANTED = {
    "string_type": N_("a text"),
    "string_unicode": N_("a text of whole characters"),
    "model_type": KEYS,
    "model_attributes_type": KEYS,
    "dict_type": KEYS,
    "tuple_type": N_("a list (lines that begin with a dash)"),
    "not_a_date": N_("year, month and day as 2018-06-30"),
    "not_a_partial_date": N_("2018-06-30, or 2018-06 or 2018 where the paper gives no day"),
    "not_a_month_day": N_("month and day as 08-01"),
    "impossible_date": N_("a day that the calendar has"),
}
"""What should have been written, by the kind of error."""
