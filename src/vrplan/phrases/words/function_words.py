"""The function words that several rules name: conjunctions and prepositions, in both written standards.

They and their like (articles, pronouns, particles, the endings of inflection) are the only Norwegian in code.
They are closed classes: no paper brings a new "og" or "fra", and a rule about what "som" opens or "og" parts is the
grammar of that very word. Whatever a paper may bring, the forms of "være" and "bli" included, stands in a word list.
"""

from typing import Final

AND: Final = frozenset({"og", "samt"})
COORDINATING: Final = AND | {"men", "eller"}
OF: Final = frozenset({"av"})
FROM: Final = frozenset({"fra", "frå"})
BEFORE: Final = frozenset({"før", "fyrr"})
THAT: Final = frozenset({"at", "om at"})
