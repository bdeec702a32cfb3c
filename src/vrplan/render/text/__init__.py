"""Each report as plain lines, for pipes and files."""
