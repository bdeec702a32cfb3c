"""What is worth telling the reader of a reading: why it is unknown, what was repaired, what is ambiguous."""

from enum import StrEnum
from typing import Final, NamedTuple

from vrplan.findings import N_, Listed, Told, Value

TEMPLATES: Final[dict[str, str]] = {
    # why nothing was read
    "negated": N_(
        "The text denies it ({words}); what holds instead is not said. Write beside it what is planned (means)."
    ),
    "conditional": N_("It hangs on a condition ({words})."),
    "question": N_("The text asks; it does not say."),
    "open_question": N_("It is still to be settled ({words})."),
    "alternatives": N_("The text leaves open which of several things happens ({words})."),
    "contradicted": N_(
        "The text says two things that do not go together ({words}); which of them holds is not said."
    ),
    "reported": N_("The text tells what was once planned or said ({words})."),
    "partial": N_("It is only partly so ({words})."),
    "impossible_date": N_("There is no such day: {words}."),
    "unread_year": N_("The year is too far away for the days to be known: {words}."),
    "unread_time": N_("The words say when, but not in a way that gives a date: {words}."),
    "unknown_words": N_("The words around the time are not in the vocabulary: {words}."),
    "no_date": N_("Something is to be done, but the text does not say when."),
    # what was read with a reservation
    "second_statement": N_("The text says more than one thing; this reading is of {read}. Also: {words}."),
    "repaired": N_("{words} is read as {read}."),
    "lost_dash": N_("{words} is read as a span; a dash seems to be lost."),
    "ambiguous_window": N_("{words} can be understood in more than one way: {ways}."),
    "inclusive_date": N_("{words} is read as including that day or period; not everyone writes it so."),
    "stops_before": N_("{words} is where it stops; the last day is read as {read}."),
    "first_of_month": N_("{words} is the first day of a month; the last day in force is read as {read}."),
    "window_not_day": N_("{words} gives a period, not a day; its last day is taken."),
    "window_used": N_("{words} has no fixed dates; read as {window}."),
    "window_of_recurrence": N_("{words} says when in each round; it gives no dates."),
    "approximate": N_("{words} is approximate."),
    "delayed": N_("It is late, but the text says no new date."),
    "no_recipient": N_("Something is handed over, but the text does not say to whom."),
    "notice_given": N_("Notice is given; the text does not say which day is the last."),
    "shortened": N_("The text is too long for a status; only its first {length} characters were read."),
}


class Ways(StrEnum):
    """In which ways words can be understood."""

    A_WHILE_OR_GOOD = N_("for a while or for good")
    ANOTHER_YEARS_PLAN = N_("to somebody, or to another year's plan")
    BEFORE_IT_BEGINS = N_("it would end before it begins")
    BY_ITS_EVE_OR_END = N_("by {eve} or by {end}")
    COUNTED_FROM = N_("counted from {year} or from {other}")
    DONE_OR_FROM = N_("done by then, or from then")
    DONE_OR_GOING_ON = N_("done by then, or going on until then")
    EITHER_OR_BOTH = N_("either, both, or all between")
    FIRST_DAY_OR_LATER = N_("on its first day or some time after it")
    IN_OR_UNTIL = N_("in that time or until then")
    ITS_DAY_OR_TALK = N_("the day of it, or of what is said about it")
    LAST_MONTHS_OR_DAYS = N_("the last months of it or the last days")
    LAST_OR_NEXT = N_("the last one or the next")
    PUT_OFF_FROM_OR_TO = N_("put off from that time or to it")
    PUT_OFF_OR_SPAN = N_("put off to that time, or from its beginning to its end")
    SPAN_OR_NEXT = N_("{window} is taken, or else the next")
    SPAN_OR_TWO = N_("{window} is taken, or else two times")
    THEN_OR_UNTIL = N_("it happens then, or goes on until then")
    THIS_YEAR_OR_ANOTHER = N_("of this year or of another")
    TURN_OF_WHICH_YEAR = N_("the turn {before}/{year} or {year}/{after}")
    UNTIL_OR_FROM_TURN = N_("until the turn or from it")
    WHICH_WINTER = N_("the one that begins then or the one that ends then")


class Read(StrEnum):
    """Which of its statements a text is read by."""

    FIRST = N_("the first")
    LATER = N_("the later one, which says what becomes of it")


class Remark(NamedTuple):
    """A reservation about a reading: a stable code and the words it concerns."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """One English sentence."""
        return str(self.told)

    @property
    def told(self) -> Told:
        """One sentence that can be told in any language."""
        written = dict(self.values)
        values: dict[str, Value] = {**written}
        if self.code == "ambiguous_window":
            values["ways"] = Told(written["ways"], written)
        if self.code == "second_statement":
            kinds = written["words"].split("; ")
            values["words"] = Listed(tuple(Told(kind, context="kind") for kind in kinds), "; ")
            values["read"] = Told(written["read"])
        return Told(TEMPLATES[self.code], values)


def unclear(words: str, ways: Ways, **values: str) -> Remark:
    """The remark that words can be understood in more than one way, and in which, with the values of those."""
    return remark("ambiguous_window", words=words, ways=ways, **values)


def remark(code: str, **values: str) -> Remark:
    """A Remark with its values in order of name, so that equal remarks are equal."""
    return Remark(code, tuple(sorted(values.items())))
