"""Bytes from outside become articles: one file a format, one table that picks."""
