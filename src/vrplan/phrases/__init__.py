"""A Norwegian status text to a `Reading`; knows no plan."""

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
