"""When: words of time to days, "i løpet av høsten" to a `When` with its role and its window.

`patterns` makes regular expressions of the lists, `here` is a place in a text. `days_written`, `periods` and `turns`
read what may begin there, `moments` tries them in order, `windows` gives the days meant, and `when` adds what leads up
to a time.
"""
