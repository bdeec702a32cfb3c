"""Each report laid out for a person at a terminal of some width."""
