"""Dates as they are shown: what was written with a zone, in the zone of whoever reads."""

from __future__ import annotations

from datetime import date, datetime


def local(moment: date | None) -> str:
    """A day as 2024-06-18, a moment with the local time to the minute; "" for None."""
    if not isinstance(moment, datetime):
        return moment.isoformat() if moment else ""
    return (moment.astimezone() if moment.tzinfo else moment).isoformat(" ")[:16]
