"""One question answered: a frozen dataclass and the function that fills it."""
