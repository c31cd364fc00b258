"""A passage as a quotation with its source, for pasting elsewhere."""

from __future__ import annotations

from reader.model import Article


def citation(article: Article, words: str) -> str:
    """`words` in quotation marks, then outlet, headline, date and address, as far as known."""
    date = article.published.isoformat()[:10] if article.published else ""
    headline = f"“{article.headline}”" if article.headline else ""
    source = ", ".join(part for part in (article.outlet, headline, date, article.url) if part)
    return f"“{' '.join(words.split())}” ({source or article.path})"
