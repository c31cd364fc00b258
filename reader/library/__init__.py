"""Stories on disk: folders, story.toml, originals."""
