"""Values as JSON, in the form that all of Reader's has."""

from __future__ import annotations

import json


def as_json(value: object) -> str:
    """`value`, an object or a list, as JSON that ends its line; dates and times as ISO 8601."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=lambda at: at.isoformat()) + "\n"
