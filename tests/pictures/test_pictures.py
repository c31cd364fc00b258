"""The README's pictures show what the program shows."""

import pytest

from tests.pictures.taking import FOLDER, PICTURES, take, words


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_is_not_stale(name):
    kept = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert words(kept) == words(take(name)), "run python -m tests.pictures"
