"""What can be wrong with a file as YAML."""

from vrplan.findings import Code, Severity

DEEPEST = 32
"""Levels of nesting that a file may have; a plan needs about twelve (design of the file format)."""

NOT_UTF8 = Code(
    "VR001",
    "not-utf-8",
    Severity.ERROR,
    "this file is not UTF-8: byte {byte} cannot be read",
    "save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
)
NOT_YAML = Code(
    "VR002",
    "not-yaml",
    Severity.ERROR,
    "the file cannot be read from here: {problem}",
    "look for a missing quotation mark, a stray tab or a wrong indentation here or just above",
)
EMPTY_FILE = Code(
    "VR003", "empty-file", Severity.ERROR, "this file is empty", "write what belongs here, or remove the file"
)
TOO_DEEP = Code(
    "VR004",
    "too-deep",
    Severity.ERROR,
    f"brackets or lists stand inside each other more than {DEEPEST} levels deep here",
    "a plan needs about twelve levels: look for a bracket that is never closed",
)
NOT_PLAIN = Code(
    "VR005",
    "not-plain-yaml",
    Severity.ERROR,
    "{thing} is not used in a plan: every value is written out where it stands",
    "write the value itself; put a text that begins with {sign} in quotation marks",
)
DUPLICATE_KEY = Code(
    "VR006",
    "duplicate-key",
    Severity.ERROR,
    "the key {key} stands twice in the same place, and only one can count",
    "if a new entry begins here, put a dash (-) before it; else remove one of the two",
)
SECOND_DOCUMENT = Code(
    "VR007",
    "second-document",
    Severity.ERROR,
    "the line --- begins a second document here, and a file holds one",
    "remove the line ---, or move what follows to a file of its own",
)
NOT_A_KEY = Code(
    "VR008",
    "not-a-key",
    Severity.ERROR,
    "what stands before a colon must be a word, and this is {thing}",
    "write a word before the colon; put a text that begins with a bracket or a star in quotation marks",
)

CODES = (
    NOT_UTF8, NOT_YAML, EMPTY_FILE, TOO_DEEP, NOT_PLAIN, DUPLICATE_KEY, SECOND_DOCUMENT, NOT_A_KEY,
)  # fmt: skip

DIRECTIVE = "a line that begins with % is not used in a plan"
_INDENTATION = "this line does not fit under the lines above it"
_ESCAPE = 'a backslash between " and " begins no sign that is known'
_PLAIN_WORDS = {
    "block sequence entries are not allowed in this context": "a list line (-) cannot stand here",
    "control characters are not allowed": "an invisible control character stands here",
    "could not find expected ':'": "a colon is missing after this word",
    "did not find expected ',' or ']'": "the bracket [ is never closed, or a comma is missing",
    "did not find expected ',' or '}'": "the bracket { is never closed, or a comma is missing",
    "did not find expected '-' indicator": "this line stands in a list and does not begin with a dash (-)",
    "did not find expected <document start>": _INDENTATION,
    "did not find expected alphabetic or numeric character": "a text that begins with & or * needs quotation marks",
    "did not find expected comment or line break": "the text after | or > must begin on a line of its own",
    "did not find expected hexdecimal number": _ESCAPE,
    "did not find expected key": _INDENTATION,
    "did not find expected node content at the end": "a bracket is never closed",
    "did not find expected node content": "a value is missing, or a bracket or comma is too many",
    "found a tab character that violates indentation": "a tab stands here: indent with spaces",
    "found a tab character where an indentation space is expected": "a tab stands here: indent with spaces",
    "found character that cannot start any token": "no text can begin with this character (a tab, @, ` or %)",
    "found invalid Unicode character escape code": _ESCAPE,
    "found undefined tag handle": "a text that begins with ! needs quotation marks",
    "found unexpected document indicator": "a quotation mark is never closed",
    "found unexpected end of stream": "a quotation mark is never closed",
    "found unknown escape character": _ESCAPE,
    "mapping keys are not allowed in this context": "a question mark with a space cannot stand here",
    "mapping values are not allowed in this context":
        "a colon cannot stand here: the line is indented wrongly, or a text with a colon lacks quotation marks",
}  # fmt: skip
"""What the parser's most usual complaints mean to somebody who writes a plan."""


def plain_words(problem: str) -> str:
    """The parser's complaint in plain words; one that is not in the table is told as it is."""
    return _PLAIN_WORDS.get(problem, problem)
