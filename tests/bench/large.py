"""A large day: any number of reports of one event, made from the sample story's sentences."""

from __future__ import annotations

import random

from reader.language import read
from reader.library import sample_story
from reader.model import Article
from reader.settings import resource_folder

SENTENCES = 40  # a report
TURNS = 6  # of the story, each about other people doing other things


def texts(count: int, sentences: int = SENTENCES) -> list[Article]:
    """`count` articles of `sentences` sentences each, none like another, the same every time.

    What can be told is every sentence of the sample story, and the same again with half of its
    longer words changed for others, turn by turn; a report tells some of it, leaving words out.
    Any two have about as many sentences in common as two reports of a real event.
    """
    story = [read(article) for article in sample_story(resource_folder("seeds")).articles]
    told = [each.text(s.index) for each in story for s in each.sentences if s.linkable]
    chance = random.Random(7)
    pool = [text for turn in range(TURNS) for text in _turned(told, turn, chance)]
    return [_report(chance, number, pool, sentences) for number in range(count)]


def _turned(told: list[str], turn: int, chance: random.Random) -> list[str]:
    words = sorted({word for text in told for word in text.split() if len(word) > 4})
    other = dict(zip(words, chance.sample(words, len(words)), strict=True))
    changed = set(chance.sample(words, len(words) // 2 if turn else 0))
    return [" ".join(other[w] if w in changed else w for w in text.split()) for text in told]


def _report(chance: random.Random, number: int, pool: list[str], sentences: int) -> Article:
    lines = [
        " ".join(word for word in chance.choice(pool).split() if chance.random() < 0.8)
        for _ in range(sentences)
    ]
    text = "\n\n".join(f"{line.rstrip('.')}." for line in lines)
    return Article(text, f"{number:064d}", f"Outlet {number}", lines[0])
