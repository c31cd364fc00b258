"""Article text becomes sentences and facts; nltk lives here and nowhere else."""

from __future__ import annotations

from reader.model import Article, Reading


def read(article: Article) -> Reading:
    """The reading of `article`: its sentences, what of them is furniture or repeated, its facts."""
    from reader.language import reading  # late, so that one word list costs nobody all the rules

    return reading.read(article)
