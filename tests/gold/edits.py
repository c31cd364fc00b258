"""Articles edited as newsrooms edit them, with what became of every sentence known.

An article is a list of paragraphs, each a list of `Unit`s: a sentence's text and the index of the
sentence it was in the original, None for one that was not there.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from reader.language.sentences import split
from reader.model import Article, Reading, Sentence, Span, sanitise

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Unit:
    text: str
    origin: int | None


Draft = list[list[Unit]]


def draft(path: Path) -> Draft:
    """Read the article at `path` as it stands, every sentence numbered."""
    text = sanitise(path.read_text("utf-8"))
    parts: Draft = [[]]
    end = 0
    for number, (start, stop) in enumerate(split(text)):
        if parts[-1] and "\n\n" in text[end:start]:
            parts.append([])
        parts[-1].append(Unit(" ".join(text[start:stop].split()), number))
        end = stop
    return parts


def reading(
    draft: Draft, between: str = " ", apart: str = "\n\n"
) -> tuple[Reading, list[int | None]]:
    """Set `draft` as an article, and say for each of its sentences where it came from."""
    text, sentences, origins = "", [], []
    for number, paragraph in enumerate(draft):
        for unit in paragraph:
            if text:
                text += apart if unit is paragraph[0] else between
            span = Span(len(text), len(text) + len(unit.text))
            sentences.append(Sentence(len(sentences), number, span))
            origins.append(unit.origin)
            text += unit.text
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Reading(Article(text, sha256, "AP"), tuple(sentences)), origins


def _each(draft: Draft, change: Callable[[str], str]) -> Draft:
    return [[replace(unit, text=change(unit.text)) for unit in part] for part in draft]


def reflow(draft: Draft, random: Random, _others: list[str]) -> Draft:
    """Break lines elsewhere, and paragraphs too."""
    width = random.randint(40, 90)

    def wrap(text: str) -> str:
        return re.sub(rf"(.{{{width // 2},{width}}}) ", r"\1\n", text)

    units = [unit for paragraph in _each(draft, wrap) for unit in paragraph]
    parts: Draft = [[]]
    for unit in units:
        if parts[-1] and random.random() < 0.4:
            parts.append([])
        parts[-1].append(unit)
    return parts


def fix_typos(draft: Draft, random: Random, _others: list[str]) -> Draft:
    """Change a letter in a word or two of every other sentence."""

    def fix(text: str) -> str:
        for _ in range(random.choice((0, 0, 1, 2))):
            if words := list(_WORD.finditer(text)):
                at = random.choice(words).start() + random.randint(1, 2)
                letter = random.choice("aeiourstln")
                text = text[:at] + random.choice((letter, letter + text[at], "")) + text[at + 1 :]
        return text

    return _each(draft, fix)


def insert(draft: Draft, random: Random, others: list[str]) -> Draft:
    """Put one to six sentences of other outlets in."""
    parts = [list(paragraph) for paragraph in draft]
    for _ in range(random.randint(1, 6)):
        paragraph = random.choice(parts)
        paragraph.insert(random.randint(0, len(paragraph)), Unit(random.choice(others), None))
    return parts


def remove(draft: Draft, random: Random, _others: list[str]) -> Draft:
    """Take a tenth to four tenths of the sentences out."""
    share = random.uniform(0.1, 0.4)
    parts = [[unit for unit in part if random.random() >= share] for part in draft]
    return [part for part in parts if part] or draft


def move(draft: Draft, random: Random, _others: list[str]) -> Draft:
    """Put one to three paragraphs elsewhere."""
    parts = list(draft)
    for _ in range(random.randint(1, 3)):
        part = parts.pop(random.randrange(len(parts)))
        parts.insert(random.randint(0, len(parts)), part)
    return parts


def restyle(draft: Draft, random: Random, _others: list[str]) -> Draft:
    """Set quotation marks, dashes and dots in another house's style."""
    straight = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})
    curly = re.compile(r"\"([^\"]*)\"")
    single = random.random() < 0.3

    def style(text: str) -> str:
        text = text.translate(straight).replace("...", "…")
        if single:
            return curly.sub(r"'\1'", text)
        return curly.sub(r"“\1”", text).replace("'", "’").replace(" - ", " — ")

    return _each(draft, style)


def rewrite(draft: Draft, random: Random, others: list[str]) -> Draft:
    """Write a tenth to four tenths of the words of every sentence anew."""
    share = random.uniform(0.1, 0.4)
    stock = [word for text in others for word in text.split()]

    def anew(text: str) -> str:
        words = text.split(" ")
        changed = random.sample(range(len(words)), round(share * len(words)))
        for at in changed:
            new = random.choice(stock)
            words[at] = random.choice((new, new, "", f"{words[at]} {new}"))
        return " ".join(word for word in words if word) or text

    return _each(draft, anew)


EDITS = {
    edit.__name__: edit for edit in (reflow, fix_typos, insert, remove, move, restyle, rewrite)
}


def several(draft: Draft, random: Random, others: list[str]) -> Draft:
    """Make two to four kinds of edit, one after the other."""
    for edit in random.sample(list(EDITS.values()), random.randint(2, 4)):
        draft = edit(draft, random, others)
    return draft
