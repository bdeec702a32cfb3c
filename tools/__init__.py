"""What the developers of vrplan run, and its users do not need."""
