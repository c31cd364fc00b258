"""What tests of a story on disk share: a module says with `story` which story that is."""

from pathlib import Path

import pytest

from reader.library import open_story


@pytest.fixture
def folder(story):
    """The folder of the story's only article."""
    return Path(open_story([story]).articles[0].path)
