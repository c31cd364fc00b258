"""A large day: any number of reports of one event, made from the sample story's sentences."""

from __future__ import annotations

import random

from reader.language import read
from reader.library import sample_story
from reader.model import Article, Reading
from reader.settings import resource_folder

SENTENCES = 40  # a report


def reports(count: int, sentences: int = SENTENCES) -> list[Reading]:
    """`count` readings of `sentences` sentences each, none like another, the same every time.

    Every sentence is one of the sample story's with some of its words left out or replaced by
    another's, so that reports tell the same things in other words.
    """
    pool = [
        read(article).text(sentence.index)
        for article in sample_story(resource_folder("seeds")).articles
        for sentence in read(article).sentences
        if sentence.linkable
    ]
    words = [word for text in pool for word in text.split()]
    chance = random.Random(7)
    return [_report(chance, k, pool, words, sentences) for k in range(count)]


def _report(
    chance: random.Random, number: int, pool: list[str], words: list[str], sentences: int
) -> Reading:
    told = chance.sample(pool, min(sentences, len(pool)))
    told += chance.choices(pool, k=sentences - len(told))
    text = "\n\n".join(_reworded(chance, one, words) for one in told)
    return read(Article(text, f"{number:064d}", f"Outlet {number}", told[0]))


def _reworded(chance: random.Random, text: str, words: list[str]) -> str:
    kept = []
    for word in text.split():
        fate = chance.random()
        if fate < 0.7:
            kept.append(word)
        elif fate < 0.85:
            kept.append(chance.choice(words))
    return " ".join(kept) or text
