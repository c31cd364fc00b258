"""How many labelled conflicts the facts reach: `python -m tests.gold.facts` prints it by type.

A conflict is reached where facts of its type stand on both labelled spans, and told apart
where their values differ, so that a judge has something to set against each other.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reader.language.facts import facts_of
from reader.language.periods import agree
from reader.model import Fact, FactType, Interval, Sentence, Span

EVAL = Path(__file__).resolve().parents[2].parent / "shared" / "eval"

KINDS = {
    "number": {FactType.QUANTITY},
    "date": {FactType.DATE},
    "person": {FactType.NAME},
    "place": {FactType.PLACE, FactType.NAME},
    "quote": {FactType.QUOTATION},
    "status": {FactType.STATUS, FactType.NEGATION},
    "polarity": {FactType.NEGATION, FactType.ATTRIBUTION, FactType.STATUS},
}


def conflicts(sets: str) -> Iterator[tuple[str, int, str, list[Fact], str, list[Fact]]]:
    """Each labelled conflict: type, confidence, and both spans' words with the facts on them."""
    for gold in sorted((EVAL / sets).glob("*/gold.json")):
        labels = json.loads(gold.read_text(encoding="utf-8"))
        articles = {stem: _read(sentences) for stem, sentences in labels["sentences"].items()}
        for annotator in labels["annotators"]:
            for pair in annotator["pairs"]:
                for link in pair["links"]:
                    if link["kind"] == "conflict" and link.get("a_span") and link.get("b_span"):
                        for kind in link.get("types", []):
                            a = _on(articles[pair["a"]], link["a"], link["a_span"], kind)
                            b = _on(articles[pair["b"]], link["b"], link["b_span"], kind)
                            yield kind, link["conf"], link["a_span"], a, link["b_span"], b


def _read(texts: list[str]) -> tuple[list[Sentence], str, tuple[Fact, ...]]:
    sentences, at = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, 0, Span(at, at + len(text))))
        at += len(text) + 1
    whole = " ".join(texts)
    return sentences, whole, facts_of(whole, sentences, None)


def _on(
    article: tuple[list[Sentence], str, tuple[Fact, ...]], index: int, words: str, kind: str
) -> list[Fact]:
    sentences, text, facts = article
    start = text.find(words, sentences[index].span.start)
    span = Span(start, start + len(words))
    return [fact for fact in facts if fact.type in KINDS.get(kind, ()) and fact.span.overlaps(span)]


def _differ(a: Fact, b: Fact) -> bool:
    if isinstance(a.value, Interval) or isinstance(b.value, Interval):
        both = isinstance(a.value, Interval) and isinstance(b.value, Interval)
        return both and a.value.unit == b.value.unit and not a.value.meets(b.value)
    if a.type is b.type is FactType.DATE:
        return agree(a.value, b.value) is False
    return a.value != b.value


def main() -> int:
    if not EVAL.is_dir():
        print(f"no labelled stories at {EVAL}")
        return 0
    for sets in ("train", "stories"):
        total, reached, apart = Counter[str](), Counter[str](), Counter[str]()
        for kind, conf, a_words, a, b_words, b in conflicts(sets):
            if kind not in KINDS:
                continue
            for key in (kind, f"{kind} (sure)") if conf == 2 else (kind,):
                total[key] += 1
                reached[key] += bool(a and b)
                apart[key] += any(_differ(x, y) for x in a for y in b)
            if "--misses" in sys.argv and not (a and b):
                print(f"{kind:9} {'' if a else 'no'} «{a_words}» {'' if b else 'no'} «{b_words}»")
        print(f"{sets:20}   all  reached  told apart")
        for key in sorted(total):
            print(f"{key:20} {total[key]:5} {reached[key]:8} {apart[key]:11}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
