"""A text as a row of items, its sentences, and their clauses, each with the expression that says what happens in it.

`scan` makes the items. `clauses` finds the main expressions among them: it asks `attributes`, `nouns`, `predicates`,
`doubles` and `subordinate` which expressions are none, and `recipients` (with `names`) to whom something goes.
"""
