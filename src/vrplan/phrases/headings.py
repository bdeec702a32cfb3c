"""A year before a colon speaks for the times after it: "2015: 2. kvartal – oppstart"."""

import re
from typing import Final

from vrplan.phrases.sentences.names import Place

_HEADING: Final = re.compile(r"\s{0,3}((?:19|20)\d\d)\s?:\s(?=.*\w)")


def headed(place: Place) -> Place | None:
    """The text without a year that stands before it with a colon, and read as by a plan of that year."""
    match = _HEADING.match(place.low)
    if not match:
        return None
    low = " " * match.end() + place.low[match.end() :]
    return Place(place.text, low, place.context._replace(year=int(match[1])))
