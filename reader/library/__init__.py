"""Stories on disk: folders, story.toml, originals."""

from reader.library.story import open_story, sample_story

__all__ = ["open_story", "sample_story"]
