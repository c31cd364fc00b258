"""A reporter without any files yet."""

import pytest


@pytest.fixture
def home(tmp_path):
    """The environment of a new user: everything Reader keeps goes into one empty folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "READER_NOTES": str(folder / "notes.toml"),
    }
