"""Copies of an article with one thing changed: `python -m tests.gold.near_identical` counts them.

A figure, a name, a date, a negation or a quoted word is changed in one sentence of a copy; the
change must be found with its type and its spans, and nothing else may be called a conflict.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random

from reader import language, sources
from reader.compare import Corpus, pair
from reader.model import Article, FactType, Link, Mark, Reading, Span
from tests.gold.stories import EVAL

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = ["January", "February", "April", "June", "July", "September", "October", "November"]
_FIGURE = re.compile(r"(?<![\w.,:/$-])\d{1,3}(?![\w.,:/-]*\d)(?!\w)(?!-)")
_VERB = re.compile(r"\b(?:is|are|was|were|will|has|have|had|would|could)\b(?! not\b)")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_NAMES = ["Okafor", "Lindqvist", "Marchetti", "Delacroix", "Watanabe", "Brzezinska"]
_ACCEPTED = {
    "number": {"number", "date"},
    "person": {"person", "place"},
    "date": {"date"},
    "polarity": {"polarity"},
    "quote": {"quote"},
}


@dataclass(frozen=True)
class Change:
    """A stretch of an article's text, in sentence `sentence`, and what is put there instead."""

    kind: str
    sentence: int
    span: Span
    new: str


def changes(reading: Reading, random: Random) -> Iterator[Change]:
    """One change of each kind that the article has room for."""
    text = reading.article.text
    for kind, found in _places(reading).items():
        if found:
            sentence, span = random.choice(found)
            new = _instead(kind, span.of(text), random)
            yield Change(kind, sentence, span, new)


def _places(reading: Reading) -> dict[str, list[tuple[int, Span]]]:
    text = reading.article.text
    found: dict[str, list[tuple[int, Span]]] = {kind: [] for kind in _ACCEPTED}
    repeated = {sentence.repeats for sentence in reading.sentences}
    for sentence in reading.sentences:
        if sentence.index in repeated:
            continue  # what the article says again it would then contradict itself
        if not sentence.linkable or len(sentence.span.of(text).split()) < 8:
            continue
        facts = [fact for fact in reading.facts if fact.sentence == sentence.index]
        dated = [fact.span for fact in facts if fact.type is FactType.DATE]
        said = [fact.span for fact in facts if fact.type is FactType.QUOTATION]

        def put(kind: str, start: int, end: int, index: int = sentence.index) -> None:
            found[kind].append((index, Span(start, end)))

        inside = sentence.span.of(text)
        for match in _FIGURE.finditer(inside):
            start, end = (sentence.span.start + at for at in match.span())
            figures = [f for f in facts if f.type is FactType.QUANTITY]
            if any(f.span.start <= start < f.span.end for f in figures):
                put("number", start, end)
        for span in dated:
            if span.of(text) in _DAYS or span.of(text) in _MONTHS:
                put("date", span.start, span.end)
        for fact in facts:
            words = fact.span.of(text)
            if fact.type is FactType.NAME and re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", words):
                put("person", fact.span.start + words.index(" ") + 1, fact.span.end)
        for match in _VERB.finditer(inside):
            at = sentence.span.start + match.end()
            if not any(span.start <= at <= span.end for span in said):
                put("polarity", at, at)
        for span in said:
            if len(span.of(text).split()) >= 6:
                words = list(_WORD.finditer(span.of(text)))[1:-1]
                for match in words:
                    put("quote", span.start + match.start(), span.start + match.end())
    return found


def _instead(kind: str, old: str, random: Random) -> str:
    if kind == "number":
        return str(int(old) + random.choice((2, 3, 7, 11)))
    if kind == "date":
        names = _DAYS if old in _DAYS else _MONTHS
        return random.choice([name for name in names if name != old])
    if kind == "person":
        return random.choice(_NAMES)
    if kind == "polarity":
        return " not"
    return random.choice([word for word in ("terrible", "wonderful", "money") if word != old])


def changed(reading: Reading, change: Change) -> Reading:
    """The article with the change made in it."""
    text = reading.article.text
    return _read(text[: change.span.start] + change.new + text[change.span.end :], reading.article)


def _read(text: str, of: Article) -> Reading:
    digest = sha256(text.encode()).hexdigest()
    return language.read(replace(of, text=text, sha256=digest))


def conflicts(a: Reading, b: Reading) -> list[Link]:
    """The links in conflict between two articles."""
    return [link for link in pair(Corpus((a, b)), 0, 1).links if link.kind is Mark.CONFLICT]


def faults(reading: Reading, change: Change) -> list[str]:
    """What is wrong with the comparison of the article and its changed copy, a line each."""
    links = conflicts(reading, changed(reading, change))
    there = Span(change.span.start, change.span.start + len(change.new))
    found, wrong = False, []
    for link in links:
        hits = [
            reason
            for reason in link.reasons
            if reason.type in _ACCEPTED[change.kind]
            and reason.b is not None
            and reason.b.start <= there.end
            and there.start <= reason.b.end
        ]
        if link.a == link.b == change.sentence and hits:
            found = True
        else:
            wrong.append(f"false: {link.reasons[0].why}")
    return wrong if found else ["missed", *wrong]


def same(reading: Reading, random: Random) -> Iterator[tuple[str, Reading]]:
    """Copies that say the same: as it was, reflowed, with other marks, in another order."""
    text = reading.article.text
    yield "unchanged", _read(text, reading.article)
    yield (
        "reflowed",
        _read(re.sub(r"(?<=[a-z,]) (?=[a-z])", _breaks(random), text), reading.article),
    )
    marks = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
    curly = re.sub(r'"([^"\n]*)"', r"“\1”", text)
    yield "re-quoted", _read(curly if curly != text else text.translate(marks), reading.article)
    parts = text.split("\n\n")
    if len(parts) > 2:
        yield "re-ordered", _read("\n\n".join([parts[0], *reversed(parts[1:])]), reading.article)


def _breaks(random: Random):
    return lambda _match: "\n" if random.random() < 0.1 else " "


def articles(folders: list[Path]) -> Iterator[Reading]:
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            yield language.read(sources.read(path)[0])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every change not found")
    parser.add_argument("--most", type=int, default=60, help="articles to take")
    arguments = parser.parse_args()
    if not EVAL.is_dir():
        print(f"no labelled stories at {EVAL}: nothing measured")
        return 0
    random = Random(1)
    folders = sorted(path.parent for path in EVAL.glob("*/*/gold.json"))
    chosen = list(articles(folders))
    random.shuffle(chosen)
    total, missed, false = Counter[str](), Counter[str](), Counter[str]()
    for reading in chosen[: arguments.most]:
        for change in changes(reading, random):
            wrong = faults(reading, change)
            total[change.kind] += 1
            missed[change.kind] += "missed" in wrong
            false[change.kind] += any(line != "missed" for line in wrong)
            if wrong and arguments.errors:
                words = reading.text(change.sentence)
                print(
                    f"{change.kind}: {change.span.of(reading.article.text)} > {change.new}: {wrong}"
                )
                print(f"   {' '.join(words.split())}")
        for name, copy in same(reading, random):
            wrong = [link.reasons[0].why for link in conflicts(reading, copy)]
            total[name] += 1
            false[name] += bool(wrong)
            if wrong and arguments.errors:
                print(f"{name}: {wrong}")
    for name in total:
        found = total[name] - missed[name]
        print(f"{name:12} found {found} of {total[name]}, with false conflicts {false[name]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
