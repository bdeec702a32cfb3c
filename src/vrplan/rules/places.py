"""What stands at a place of a written plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vrplan.model.written import Written

if TYPE_CHECKING:
    from vrplan.findings import Path
    from vrplan.model.plan import Plan


def written_at(plan: Plan, path: Path) -> Any:
    """The entry or value of the plan file that a path leads to."""
    value: Any = plan.written
    for step in path:
        value = getattr(value, str(step)) if isinstance(value, Written) else value[step]
    return value
