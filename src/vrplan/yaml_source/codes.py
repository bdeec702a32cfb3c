"""What can be wrong with a file as YAML."""

from vrplan.findings import N_, Code, Severity, Told, Value

DEEPEST = 32
"""Levels of nesting that a file may have; a plan needs about twelve (design of the file format)."""

NOT_UTF8 = Code(
    "VR001",
    "not-utf-8",
    Severity.ERROR,
    "this letter cannot be read: the file is not saved as UTF-8 (byte {byte})",
    "open it in the program that it came from, and save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
    page="""Every file is saved as UTF-8, so that æ, ø and å are the same letters on every computer.

    Older programs, and exports from case systems, save Norwegian letters in a way of their own. Elsewhere
    they come out as other signs, and a name that is spelt wrongly in a decision is not found again. Nothing
    is lost yet: open the file in the program that it came from and save it once more, as UTF-8.

    Example:
    The æ of Bærum was saved by an old version of Notepad, as ANSI and not as UTF-8.

    Instead:
        title: Handlingsplan for Bærum
    """,
)
NOT_YAML = Code(
    "VR002",
    "not-yaml",
    Severity.ERROR,
    "the file cannot be read from here: {problem}",
    "look for a missing quotation mark, a stray tab or a wrong indentation here or just above",
    page="""A file can be read from its first line to its last.

    What cannot be read counts for nothing: no report, no list of hand-overs, and no other finding about this
    file. A quotation mark without its partner, a tab, or a text with a colon in it is behind most of these,
    and the fault may stand a line above the place that is shown. If you find lines with `<<<<<<<` and `>>>>>>>`,
    two people changed the same lines: keep the right ones.

    Example:
        note: "Vedtatt i desember

    Instead:
        note: "Vedtatt i desember"
    """,
)
EMPTY_FILE = Code(
    "VR003",
    "empty-file",
    Severity.ERROR,
    "this file is empty",
    "write what belongs here, or remove the file",
    page="""A file holds something.

    A file of comments only, or of nothing, is mostly what is left of one that was not saved, or was copied
    before it was written. If everybody believes that the plan lies there, nobody looks for it until it is
    needed. The smallest plan has four lines; without a plan, remove the file.

    Example:
    A file that was made and never filled in, or that has nothing but lines that begin with `#`.

    Instead:
        plan: vestregionen-2018
        title: Handlingsplan 2018
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
    """,
)
TOO_DEEP = Code(
    "VR004",
    "too-deep",
    Severity.ERROR,
    f"brackets or lists stand inside each other more than {DEEPEST} levels deep here",
    "a plan needs about twelve levels: look for a bracket that is never closed",
    page="""Brackets and lists do not stand inside each other without end.

    A plan needs about twelve levels, from the area down to a word about a status. A file with more than 32
    has a bracket that is never closed, or was made to keep a computer busy; so reading stops there, and
    nothing below that place is looked at.

    Example:
    A line of opening brackets, 33 of them or more, as a key that got stuck leaves it.

    Instead:
    Remove the brackets; if they are part of a text, put the text in quotation marks.
    """,
)
NOT_PLAIN = Code(
    "VR005",
    "not-plain-yaml",
    Severity.ERROR,
    "{thing} is an order to YAML and no text; in a plan every value is written out where it stands",
    "put a text that begins with {sign} in quotation marks; if another place was meant, write its words here",
    page="""Every value is written out where it stands; the signs by which YAML refers to other places are not used.

    YAML takes a text that begins with `!`, `&` or `*` for an order to the computer. The words behind it would be
    changed or left out, and nobody who reads the file would see it. Such texts come from notes and footnotes
    in the papers; in quotation marks they are nothing but text. If you did mean to refer to another place,
    write its words here once more.

    Example:
        note: !Husk å varsle kommunene

    Instead:
        note: "!Husk å varsle kommunene"
    """,
)
DUPLICATE_KEY = Code(
    "VR006",
    "duplicate-key",
    Severity.ERROR,
    "the key {key} stands twice in the same place, and only one can count",
    "if a new entry begins here, put a dash (-) before it; if the name is wrong, correct it; else remove one",
    page="""A key stands once in its place.

    Of two lines with the same key only one can count, and most programs take the last and say nothing: what
    was decided first is gone without a trace. Mostly the second line belongs under another column, or it
    begins a new entry and lacks its dash.

    Example:
        status:
          HP 2018: Løpende
          HP 2018: Avsluttes 29.6.2018

    Instead:
        status:
          HP 2018: Løpende
          Justert HP 2018: Avsluttes 29.6.2018
    """,
)
SECOND_DOCUMENT = Code(
    "VR007",
    "second-document",
    Severity.ERROR,
    "the line --- begins a second document here, and a file holds one",
    "remove the line ---, or move what follows to a file of its own",
    page="""A file holds one document.

    To YAML a line of three dashes begins a new one, and whatever stands below it would not belong to the
    plan: half of the areas would be missing from every report. Such a line is mostly meant as a divider. A
    comment divides just as well.

    Example:
        areas:
          - id: helse
            name: Helse
        ---
          - id: kultur
            name: Kultur

    Instead:
        areas:
          - id: helse
            name: Helse
          # --- Kultur ---
          - id: kultur
            name: Kultur
    """,
)
NOT_A_KEY = Code(
    "VR008",
    "not-a-key",
    Severity.ERROR,
    "what stands before a colon must be a word, and this is {thing}",
    "write a word before the colon; put a text that begins with a bracket or a star in quotation marks",
    page="""What stands before a colon is a word or a name.

    The word before the colon says what the rest of the line is about. With nothing there, or with brackets,
    the value belongs to nobody. Mostly the brackets of a form were left standing, or the name of the column
    was forgotten.

    Example:
        status:
          [HP 2018]: Løpende

    Instead:
        status:
          HP 2018: Løpende
    """,
)

CODES = (
    NOT_UTF8, NOT_YAML, EMPTY_FILE, TOO_DEEP, NOT_PLAIN, DUPLICATE_KEY, SECOND_DOCUMENT, NOT_A_KEY,
)  # fmt: skip

DIRECTIVE = N_("a line that begins with % is not used in a plan")
_INDENTATION = N_("this line does not fit under the lines above it")
_ESCAPE = N_('a backslash between " and " begins no sign that is known')
_PLAIN_WORDS = {
    "block sequence entries are not allowed in this context": N_("a list line (-) cannot stand here"),
    "control characters are not allowed": N_("an invisible control character stands here"),
    "could not find expected ':'": N_("a colon is missing after this word"),
    "did not find expected ',' or ']'": N_("the bracket [ is never closed, or a comma is missing"),
    "did not find expected ',' or '}'": N_("the bracket {{ is never closed, or a comma is missing"),
    "did not find expected '-' indicator": N_("this line stands in a list and does not begin with a dash (-)"),
    "did not find expected <document start>": _INDENTATION,
    "did not find expected alphabetic or numeric character": N_("a text that begins with & or * needs quotation marks"),
    "did not find expected comment or line break": N_("the text after | or > must begin on a line of its own"),
    "did not find expected hexdecimal number": _ESCAPE,
    "did not find expected key": _INDENTATION,
    "did not find expected node content at the end": N_("a bracket is never closed"),
    "did not find expected node content": N_("a value is missing, or a bracket or comma is too many"),
    "found a tab character that violates indentation": N_("a tab stands here: indent with spaces"),
    "found a tab character where an indentation space is expected": N_("a tab stands here: indent with spaces"),
    "found character that cannot start any token": N_("no text can begin with this character (a tab, @, ` or %)"),
    "found invalid Unicode character escape code": _ESCAPE,
    "found undefined tag handle": N_("a text that begins with ! needs quotation marks"),
    "found unexpected document indicator": N_("a quotation mark is never closed"),
    "found unexpected end of stream": N_("a quotation mark is never closed"),
    "found unknown escape character": _ESCAPE,
    "mapping keys are not allowed in this context": N_("a question mark with a space cannot stand here"),
    "mapping values are not allowed in this context":
        N_("a colon cannot stand here: the line is indented wrongly, or a text with a colon lacks quotation marks"),
}  # fmt: skip
"""What the parser's most usual complaints mean to somebody who writes a plan."""


def plain_words(problem: str) -> Value:
    """The parser's complaint in plain words; one that is not in the table is told as it is."""
    return Told(_PLAIN_WORDS[problem]) if problem in _PLAIN_WORDS else problem
