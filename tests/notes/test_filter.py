"""Notes are chosen by tag, status, outlet and words, whatever the case."""

import pytest

from reader.model import Status
from reader.notes.filter import matching
from reader.notes.ids import ID, new_id
from tests.notes.made import note, passage

NOTES = (
    note("n1", "Kirby says supplied.", tags=("Arms",)),
    note("n2", "", status=Status.CHECKED, passages=(passage("25 years", "CBS News"),)),
    note("n3", "", passages=(passage(), passage("sanctions", "Straße"))),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "n1 n2 n3"),
        ("#arms", "n1"),
        ("tag:ARM", "n1"),
        ("status:Checked", "n2"),
        ("outlet:cbs", "n2"),
        ('outlet:"cbs news"', "n2"),
        ("outlet:STRASSE", "n3"),
        ("SUPPLIED", "n1"),
        ('"24 years"', "n1 n3"),
        ("years 24", "n1 n3"),
        ("arms", "n1"),
        ("visit outlet:ap", "n1 n3"),
        ("visit status:checked", "n2"),
        ("at 10:30", ""),
        ("http://a", ""),
        ('"', "n1 n2 n3"),
    ],
)
def test_what_is_asked_for_is_found(query, found):
    assert [each.id for each in matching(NOTES, query)] == found.split()


def test_a_new_id_is_not_taken(monkeypatch):
    drawn = iter(["00000001", "00000001", "00000002"])
    monkeypatch.setattr("secrets.token_hex", lambda _: next(drawn))
    assert new_id() == "n0000001"
    assert new_id({"n0000001"}) == "n0000002"
    assert ID.fullmatch("n0000002")
