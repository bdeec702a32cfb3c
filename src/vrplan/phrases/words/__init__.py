"""What the words of a text are: the lists of `vocabulary/`, the forms of their verbs, and likely slips of the pen.

`wordlists` reads the lists; `lexicon` looks up every expression of what happens, how often and how surely, in the forms
that `inflection` makes of an infinitive. `function_words` holds the little Norwegian that stands in code, and says why.
"""
