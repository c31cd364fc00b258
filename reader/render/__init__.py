"""A comparison, printed: rich, JSON, Markdown."""
