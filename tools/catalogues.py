"""The catalogues of messages: brought in step with the code, and compiled (`make catalogues`)."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.messages import SOURCE, messages

LANGUAGES = ("nb", "nn")
_LOCALE = SOURCE / "render" / "locale"
_NEVER_THE_SAME = re.compile(r'"(?:POT-Creation-Date|PO-Revision-Date|Generated-By)[^\n]*\n')


class Plain(Catalog):
    """A catalogue whose head says nothing of the day, the person or the program that wrote it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What stands in the head: what a reader of the file needs."""
        return [
            ("Language", self.locale_identifier or ""),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def file_of(language: str, suffix: str) -> Path:
    """Where a catalogue lies: `.po` is what people write, `.mo` what is read when a report is told."""
    return _LOCALE / language / "LC_MESSAGES" / f"vrplan{suffix}"


def template(language: str) -> Plain:
    """A catalogue of all messages of the code, without translations."""
    catalogue = Plain(language, fuzzy=False, header_comment="# The messages of vrplan.")
    for one in messages():
        text = (one.one, one.several) if one.several else one.one
        catalogue.add(text, locations=[(one.where, 0)], context=one.context or None)
    return catalogue


def written(language: str) -> Plain:
    """The catalogue as it is written in its file."""
    catalogue = Plain(language, fuzzy=False)
    path = file_of(language, ".po")
    if path.exists():
        with path.open("rb") as file:
            for one in read_po(file, language):
                if one.id:
                    catalogue.add(one.id, one.string, context=one.context)
    return catalogue


def in_step(language: str) -> Plain:
    """The messages of the code with the translations that are written; what is no longer told is gone."""
    catalogue, before = template(language), written(language)
    for one in catalogue:
        known = before.get(one.id, one.context) if one.id else None
        if known is not None and known.pluralizable == one.pluralizable:
            one.string = known.string
    return catalogue


def missing(catalogue: Catalog) -> list[str]:
    """The messages that have no translation, or not one for each plural form."""
    return [str(one.id) for one in catalogue if one.id and not _is_told(one.string)]


def _is_told(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def po_of(catalogue: Catalog) -> str:
    """The file that people write: each message with the files that tell it, in their order."""
    file = io.BytesIO()
    write_po(file, catalogue, width=110, include_lineno=False)
    return _NEVER_THE_SAME.sub("", file.getvalue().decode())


def mo_of(catalogue: Catalog) -> bytes:
    """The file that is read when a report is told; what has no translation is not in it, and is told in English."""
    told = Plain(catalogue.locale, fuzzy=False)
    for one in catalogue:
        if one.id and _is_told(one.string):
            told.add(one.id, one.string, context=one.context)
    file = io.BytesIO()
    write_mo(file, told)
    return file.getvalue()


def main() -> None:
    """Write both files of each language, and tell what has still to be translated."""
    for language in LANGUAGES:
        gone = {str(one.id) for one in written(language)} - {str(one.id) for one in template(language)}
        catalogue = in_step(language)
        left = missing(catalogue)
        file_of(language, ".po").parent.mkdir(parents=True, exist_ok=True)
        file_of(language, ".po").write_text(po_of(catalogue), encoding="utf-8", newline="\n")
        file_of(language, ".mo").write_bytes(mo_of(catalogue))
        sys.stdout.write(f"{language}: {len(catalogue)} messages, {len(left)} not translated\n")
        sys.stdout.writelines(f"  no longer told: {one}\n" for one in sorted(gone))


if __name__ == "__main__":
    main()
