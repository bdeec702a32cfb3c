"""One clause to one `Reading`: what happens, when, to whom and how surely.

`statement` puts it together: `obstacles` says why a clause must not be read, `times_of` (with `others` and
`neighbours`) which times are its own, `which_year` of which year they are, `kinds` (with `lasting` and `notice`) what
happens, `dating` what days that gives, `habits` how often, `surety` how surely, `events` what may be read beside
unknown words, and `beside` what is worth a remark.
"""
