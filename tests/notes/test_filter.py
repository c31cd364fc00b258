"""Notes are chosen by tag, status, outlet and words, whatever the case."""

import pytest

from reader.model import Status
from reader.notes.filter import filter_notes
from reader.notes.ids import ID, new_id
from tests.notes.made import note, passage

NOTES = (
    note("n1", "Kirby says supplied.", tags=("Arms",)),
    note("n2", "", status=Status.CHECKED, passages=(passage("25 years", "CBS News"),)),
    note("n3", "", passages=(passage(), passage("sanctions", "Straße"))),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "n1 n2 n3"),
        ({"tag": "arms"}, "n1"),
        ({"tag": "arm"}, ""),
        ({"status": "Checked"}, "n2"),
        ({"outlet": "cbs"}, "n2"),
        ({"outlet": "STRASSE"}, "n3"),
        ({"text": "SUPPLIED"}, "n1"),
        ({"text": "24 years"}, "n1 n3"),
        ({"text": "arms"}, "n1"),
        ({"text": "visit", "outlet": "ap"}, "n1 n3"),
        ({"text": "visit", "status": "checked"}, "n2"),
    ],
)
def test_what_is_asked_for_is_found(asked, found):
    assert [each.id for each in filter_notes(NOTES, **asked)] == found.split()


def test_a_new_id_is_not_taken(monkeypatch):
    drawn = iter(["00000001", "00000001", "00000002"])
    monkeypatch.setattr("secrets.token_hex", lambda _: next(drawn))
    assert new_id() == "n0000001"
    assert new_id({"n0000001"}) == "n0000002"
    assert ID.fullmatch("n0000002")
