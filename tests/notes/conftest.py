"""What the tests of notes share."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new" / "notes.toml"
