"""What the reports are called where a line has no room for their outlets."""

import pytest

from reader.render.called import LONGEST, called, outlet
from reader.render.wrap import cells
from tests.builders import reading

LONG = "The Federation of Regional Newspapers and Broadcasters of the North " * 6


def test_outlets_cut_to_one_name_are_told_apart_by_their_numbers():
    articles = [reading(("A.",), LONG + end).article for end in ("x", "y")] * 2
    names = called(articles)
    assert len(set(names)) == 4
    assert all(name.startswith("The Federation of Regional") for name in names)


@pytest.mark.parametrize("name", ["AP", LONG, "新聞" * 40, "👩‍👩‍👧‍👦" * 30])
def test_no_outlet_takes_more_cells_than_a_line_bears(name):
    said = outlet(reading(("A.",), name).article)
    assert cells(said) <= LONGEST
    assert said == name or said.endswith("…")
