"""Moments with a zone are shown in that of the reader; days and moments without one as they are."""

import time
from datetime import UTC, date, datetime

import pytest

from reader.render.dates import local


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
def test_in_the_zone_of_the_reader(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert local(datetime(2024, 6, 18, 20, 5, tzinfo=UTC)) == "2024-06-19 05:05"
        assert local(datetime(2024, 6, 18, 20, 5)) == "2024-06-18 20:05"
        assert local(date(2024, 6, 18)) == "2024-06-18"
        assert local(None) == ""
    finally:
        monkeypatch.undo()
        time.tzset()
