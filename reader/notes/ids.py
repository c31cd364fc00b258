"""New names for notes: short, random, and fit to stand as a Markdown block id."""

from __future__ import annotations

import re
import secrets
from collections.abc import Container

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")


def new_id(taken: Container[str] = ()) -> str:
    """An id such as ``n2b7f4c1`` that is not among `taken`."""
    while (name := "n" + secrets.token_hex(4)[1:]) in taken:
        pass
    return name
