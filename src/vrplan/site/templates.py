"""The templates of the pages: what stands in the files is text in them, never markup, script or control character."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from vrplan.days import norwegian
from vrplan.render import wording
from vrplan.render.language import _, language, ngettext
from vrplan.render.safe import visible
from vrplan.render.wording import sheet, timeline
from vrplan.render.wording.plans import full_name
from vrplan.render.wording.statements import QUOTED
from vrplan.site import dated, facts, faults, told
from vrplan.site.addresses import of_day

if TYPE_CHECKING:
    from jinja2 import Template

_MOST_NAMES = 60
"""So many items are named below an answer; of more, the number of the others is told."""


def template(name: str) -> Template:
    """A template by its name, without its suffix."""
    return environment().get_template(f"{name}.html")


@cache
def environment() -> Environment:
    """Where the templates are found, and what they may use beside the values of a page."""
    made = Environment(
        loader=PackageLoader("vrplan.site"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"norwegian": norwegian, "quoting": quoting}
    made.globals |= {
        "_": _,
        "ngettext": ngettext,
        "wording": wording,
        "timeline": timeline,
        "sheet": sheet,
        "full_name": full_name,
        "facts": facts,
        "faults": faults,
        "told_by": told,
        "dated": dated,
        "of_day": of_day,
        "most": _MOST_NAMES,
    }
    return made


def quoting(text: str) -> Markup:
    """A sentence in which the words that it quotes from the plan are marked as Norwegian."""
    shown = str(escape(visible(text)))
    if language() != "nb":
        shown = QUOTED.sub(r'<span lang="no">\g<0></span>', shown)
    return Markup(shown)


def _shown(value: Any) -> Any:
    """Every value that a template writes: made visible, unless a template has made it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return "" if value is None else value
