"""A reporter without any files yet."""

import pytest

REPORTS = {
    "Post": "The storm killed 12 people in Oslo on Monday, police said. Trains stood still.",
    "Times": "The storm killed 15 people in Oslo on Monday, police said. Schools were closed.",
}


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


@pytest.fixture
def story(tmp_path):
    """Two reports of a storm that count its dead differently."""
    folder = tmp_path / "storm"
    folder.mkdir()
    for outlet, body in REPORTS.items():
        (folder / f"{outlet.lower()}.md").write_text(f"---\noutlet: {outlet}\n---\n{body}\n")
    return folder
