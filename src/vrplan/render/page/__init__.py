"""Each report as a Markdown page."""
