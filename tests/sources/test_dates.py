"""Dates from outside: whatever is taken for one can be written to the disk and shown."""

import tomllib
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from reader.render.dates import local
from reader.sources.dates import moment


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-06-18", date(2024, 6, 18)),
        ("2024-06-18T10:00Z", datetime(2024, 6, 18, 10, tzinfo=UTC)),
        ("Tue, 18 Jun 2024 10:00:00 +0000", datetime(2024, 6, 18, 10, tzinfo=UTC)),
        ("MAY 3, 2013 AT 1:10PM", date(2013, 5, 3)),
        ("2024-06-18T10:00:00+05:53:28", datetime(2024, 6, 18, 4, 6, 32, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("on 0001-01-01, it says", None),
        ("9999-12-31T23:59:59-12:00", None),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=12))), None),
        (20240618, None),
    ],
)
def test_what_is_taken_for_a_date(written, read):
    assert moment(written) == read


@given(st.datetimes(timezones=st.none() | st.timezones()) | st.dates() | st.text(max_size=30))
def test_any_date_survives_the_disk_and_is_shown(value):
    found = moment(value if isinstance(value, str) else value.isoformat())
    if found is not None:
        assert tomllib.loads(tomli_w.dumps({"date": found}))["date"] == found
        assert local(found)
