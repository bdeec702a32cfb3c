"""Follow an action plan through a dissolution: what holds on any date, and by which decision."""
