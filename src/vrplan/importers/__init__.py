"""A meeting paper to a draft plan."""
