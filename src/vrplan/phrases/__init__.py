"""A Norwegian status text to a `Reading`; knows no plan.

`reader` reads it: a text is cut into `sentences` and their clauses, each of these becomes one of the `statements`, and
`becoming` says which of them is the reading. `times` reads when, `words` everything else, from the word lists in
`vocabulary`. Each knows only what stands after it here: reader, statements, sentences, times, words, reading.
"""

from vrplan.phrases.reader import read_status
from vrplan.phrases.reading import (
    UNKNOWN_READING,
    Context,
    Kind,
    Modality,
    Precision,
    Reading,
    Recurrence,
    Word,
)
from vrplan.phrases.remarks import Remark

__all__ = [
    "UNKNOWN_READING",
    "Context",
    "Kind",
    "Modality",
    "Precision",
    "Reading",
    "Recurrence",
    "Remark",
    "Word",
    "read_status",
]
