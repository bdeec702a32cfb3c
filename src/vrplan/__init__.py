"""Follow an action plan through a dissolution: what holds on any date, and by which decision."""

__version__ = "0.1.0"
