"""Which link of a sentence is spoken of first."""

from reader.app.flow import partners
from reader.model import Link, Mark


def test_a_conflict_comes_before_a_likelier_echo() -> None:
    echo, conflict = Link(0, 0, Mark.SHARED, 0.9), Link(0, 1, Mark.CONFLICT, 0.6)
    assert partners((echo, conflict))[0][0] == [conflict, echo]
