"""The templates: every word of theirs can be translated, and what they write is made harmless."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import nodes

from vrplan import site
from vrplan.render.language import telling_in
from vrplan.site.templates import environment, quoting

TEMPLATES = sorted((Path(site.__file__).parent / "templates").glob("*.html"))
_MARKUP = re.compile(r"<!DOCTYPE html>|<[^<>]*>")
_ATTRIBUTE = re.compile(r' [\w-]+="[^"<>]*"')
_OPEN = re.compile(r"<[^<>]*?\x00[^<>]*?>|<[^<>]*$")
"""A tag into which a value is written."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = {"vrplan"}
_TOLD = {"aria-label", "alt", "title", "placeholder", "data-told", "data-label", "content"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_word_stands_bare_in_a_template(path: Path) -> None:
    read = environment().parse(path.read_text(encoding="utf-8"))
    text = " \x00 ".join(one.data for one in read.find_all(nodes.TemplateData))
    shown = _MARKUP.sub(" ", _OPEN.sub(" ", _ATTRIBUTE.sub(" ", text)))
    bare = set(_WORD.findall(shown))
    assert bare - _NAMES == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_attribute_that_is_read_aloud_holds_words(path: Path) -> None:
    found = re.findall(rf'\b({"|".join(_TOLD)})="([^"]*)"', path.read_text(encoding="utf-8"))
    allowed = {"width=device-width, initial-scale=1", "no-referrer", "light dark"}
    bare = [told for _, told in found if _WORD.search(told) and "{{" not in told and told not in allowed]
    assert [told for told in bare if not told.startswith("default-src")] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_message_is_written_where_it_is_told(path: Path) -> None:
    """A catalogue is filled from what stands in the brackets: a text, and nothing that is put together first."""
    read = environment().parse(path.read_text(encoding="utf-8"))
    calls = [one for one in read.find_all(nodes.Call) if getattr(one.node, "name", "") in {"_", "ngettext"}]
    for call in calls:
        number = 1 if getattr(call.node, "name", "") == "_" else 2
        assert all(isinstance(one, nodes.Const) for one in call.args[:number])


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "“Løpende” – HP", '<span lang="no">“Løpende”</span> – HP'),
        (
            "en",
            "“<b>” and «{{ x }}»",
            '<span lang="no">“&lt;b&gt;”</span> and <span lang="no">«{{ x }}»</span>',
        ),
        ("en", "no quotation", "no quotation"),
        ("en", "“open <i>", "“open &lt;i&gt;"),
        ("en", "“a\x1b\u202eb”", '<span lang="no">“a\\x1b\\u202eb”</span>'),
        ("nb", "“Løpende” <", "“Løpende” &lt;"),
    ],
)
def test_quotations_are_marked_and_harmless(language: str, text: str, told: str) -> None:
    with telling_in(language):  # type: ignore[arg-type]
        assert quoting(text) == told


def test_value_that_is_missing_is_an_error_and_no_blank() -> None:
    with pytest.raises(Exception, match="undefined"):
        environment().from_string("{{ missing }}").render()
