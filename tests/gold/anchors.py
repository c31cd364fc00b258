"""How many notes come back to their sentence after an article was edited.

`python -m tests.gold.anchors [FOLDER] [--trials N] [--seed N]` edits the articles of FOLDER (the
sample story) and prints, for each kind of edit and of passage: of the notes whose passage still
stands, the share that came back to its sentence; of those whose passage is gone, how many were
attached to something else.

A passage stands while its sentence does, with at least half of the passage's own words. Coming
back to a sentence that said the same in the original (some reports print their lede twice) is
coming back.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rapidfuzz.distance import LCSseq

from reader.model import Reading, Sentence, Span
from reader.notes.anchors import anchor, find
from reader.notes.page import words
from tests.gold.edits import EDITS, Draft, draft, reading, several

SEEDS = Path(__file__).parents[2] / "seeds"
KINDS = {**EDITS, "several": several}


@dataclass(frozen=True)
class Outcome:
    edit: str
    passage: str
    stands: bool
    found: bool
    right: bool


def outcomes(folder: Path, trials: int, seed: int) -> Iterator[Outcome]:
    """Edit a random article of `folder`, look for six notes on it, and do that `trials` times."""
    random = Random(seed)
    drafts = [draft(path) for path in sorted(folder.rglob("*.txt"))]
    for _ in range(trials):
        original = random.choice(drafts)
        parts = [part for other in drafts if other is not original for part in other]
        others = [unit.text for part in parts for unit in part]
        edit = random.choice(list(KINDS))
        edited, origins = reading(KINDS[edit](original, random, others))
        yield from _judge(original, edited, origins, edit, random)


def _judge(
    original: Draft, edited: Reading, origins: list[int | None], edit: str, random: Random
) -> Iterator[Outcome]:
    base, _ = reading(original)
    for sentence in random.sample(base.sentences, min(6, len(base.sentences))):
        passage, span = _passage(base, sentence, random)
        note = anchor(base, span)
        quoted, said = words(note.exact), words(base.text(sentence.index))
        now = [words(edited.text(at)) for at in range(len(origins))]
        twins = {at for at in range(len(base.sentences)) if _same(said, words(base.text(at)))}
        stands = any(
            _common(quoted, now[at]) * 2 >= len(quoted)
            for at, origin in enumerate(origins)
            if origin == sentence.index
        )
        found = find(note, edited)
        right = found is not None and origins[_home(edited, found)] in twins
        yield Outcome(edit, passage, stands, found is not None, right)


def _passage(base: Reading, sentence: Sentence, random: Random) -> tuple[str, Span]:
    """A sentence, two times out of three; otherwise two to nine words of it."""
    spans = [Span(at, at + len(word)) for at, word in _words(sentence, base)]
    if len(spans) < 4 or random.random() < 2 / 3:
        return "sentence", sentence.span
    count = random.randint(2, min(9, len(spans) - 1))
    first = random.randrange(len(spans) - count + 1)
    return "phrase", Span(spans[first].start, spans[first + count - 1].end)


def _words(sentence: Sentence, base: Reading) -> Iterator[tuple[int, str]]:
    at = sentence.span.start
    for word in base.text(sentence.index).split(" "):
        yield at, word
        at += len(word) + 1


def _common(a: list[str], b: list[str]) -> int:
    return LCSseq.similarity(a, b)


def _same(a: list[str], b: list[str]) -> bool:
    return _common(a, b) >= 0.8 * max(len(a), len(b), 1)


def _home(edited: Reading, span: Span) -> int:
    """The sentence that most of `span` is in."""
    return max(
        range(len(edited.sentences)),
        key=lambda at: (
            min(span.end, edited.sentences[at].span.end)
            - max(span.start, edited.sentences[at].span.start)
        ),
    )


def figures(results: list[Outcome]) -> tuple[int, int, int, int]:
    """Passages that stand, of these found rightly, passages that are gone, attached wrongly."""
    stand = [result for result in results if result.stands]
    wrong = [result for result in results if result.found and not result.right]
    return len(stand), sum(r.right for r in stand), len(results) - len(stand), len(wrong)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    results = list(outcomes(options.folder, options.trials, options.seed))
    groups = Counter((result.passage, result.edit) for result in results)
    print(f"{'passage':10}{'edit':12}{'stand':>7}{'back':>9}{'gone':>7}{'astray':>8}")
    for passage in ("sentence", "phrase"):
        for edit in (*KINDS, None):
            if edit is None or groups[passage, edit]:
                some = [r for r in results if r.passage == passage and edit in (r.edit, None)]
                stand, right, gone, wrong = figures(some)
                share = f"{right / max(stand, 1):.2%}"
                print(f"{passage:10}{edit or 'all':12}{stand:7}{share:>9}{gone:7}{wrong:8}")


if __name__ == "__main__":
    main()
