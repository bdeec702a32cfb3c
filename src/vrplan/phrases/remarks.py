"""What is worth telling the reader of a reading: why it is unknown, what was repaired, what is ambiguous."""

from dataclasses import dataclass
from typing import Final

TEMPLATES: Final[dict[str, str]] = {
    # why nothing was read
    "negated": "The text denies it ({words}); what holds instead is not said. Write beside it what is planned (means).",
    "conditional": "It hangs on a condition ({words}).",
    "question": "The text asks; it does not say.",
    "open_question": "It is still to be settled ({words}).",
    "alternatives": "The text leaves open which of several things happens ({words}).",
    "contradicted": "The text says two things that do not go together ({words}); which of them holds is not said.",
    "reported": "The text tells what was once planned or said ({words}).",
    "partial": "It is only partly so ({words}).",
    "impossible_date": "There is no such day: {words}.",
    "unread_time": "The words say when, but not in a way that gives a date: {words}.",
    "unknown_words": "The words around the time are not in the vocabulary: {words}.",
    "no_date": "Something is to be done, but the text does not say when.",
    # what was read with a reservation
    "second_statement": "The text says more than one thing; this reading is of {read}. Also: {words}.",
    "repaired": "{words} is read as {read}.",
    "lost_dash": "{words} is read as a span; a dash seems to be lost.",
    "ambiguous_window": "{words} can be understood in more than one way{ways}.",
    "inclusive_date": "{words} is read as including that day or period; not everyone writes it so.",
    "stops_before": "{words} is where it stops; the last day is read as {read}.",
    "first_of_month": "{words} is the first day of a month; the last day in force is read as {read}.",
    "window_not_day": "{words} gives a period, not a day; its last day is taken.",
    "window_used": "{words} has no fixed dates; read as {window}.",
    "window_of_recurrence": "{words} says when in each round; it gives no dates.",
    "approximate": "{words} is approximate.",
    "delayed": "It is late, but the text says no new date.",
    "no_recipient": "Something is handed over, but the text does not say to whom.",
    "notice_given": "Notice is given; the text does not say which day is the last.",
    "shortened": "The text is too long for a status; only its first {length} characters were read.",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A reservation about a reading: a stable code and the words it concerns."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """One English sentence."""
        return TEMPLATES[self.code].format_map({"ways": ""} | dict(self.values))


def unclear(words: str, ways: str, **values: str) -> Remark:
    """The remark that words can be understood in more than one way, and in which: "for a while or for good"."""
    return remark("ambiguous_window", words=words, ways=f": {ways}", **values)


def remark(code: str, **values: str) -> Remark:
    """A Remark with its values in order of name, so that equal remarks are equal."""
    return Remark(code, tuple(sorted(values.items())))
