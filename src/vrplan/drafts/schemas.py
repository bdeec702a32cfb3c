"""The JSON Schemas that lie beside a plan, so that an editor completes and explains its keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrplan.model.json_schema import FileKind


def schemas() -> dict[str, str]:
    """Both schemas, by the names that the first lines of the files point at."""
    return {"actionplan.schema.json": _schema("plan"), "decisions.schema.json": _schema("decisions")}


def _schema(kind: FileKind) -> str:
    from vrplan.model.json_schema import json_schema

    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
