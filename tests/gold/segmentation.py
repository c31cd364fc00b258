"""How well texts are split into sentences: `python -m tests.gold.segmentation` prints the figures.

F1 of sentence ends: an end is right when only white space lies between it and a labelled one, and
the last end of a document does not count. "news" are the articles of the labelled stories, split
by their annotators. Other splitters are measured beside ours where they happen to be installed,
one paragraph at a time, so that none is blamed for blank lines.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from reader.language.sentences import split

EVAL = Path(__file__).resolve().parents[2].parent / "shared" / "eval"

Spans = list[tuple[int, int]]
Splitter = Callable[[str], Spans]
Document = tuple[str, Spans]


def treebank(name: str) -> Iterator[Document]:
    """The documents of a set of `segmentation/` with the spans of their sentences."""
    path = EVAL / "segmentation" / f"{name}.json"
    for document in json.loads(path.read_text(encoding="utf-8"))["documents"]:
        yield document["text"], [tuple(span) for span in document["sentences"]]


def news() -> Iterator[Document]:
    """The articles of the labelled stories with the spans of their annotators' sentences."""
    for gold in sorted(EVAL.glob("stories/*/gold.json")) + sorted(EVAL.glob("train/*/gold.json")):
        for stem, sentences in json.loads(gold.read_text(encoding="utf-8"))["sentences"].items():
            text = (gold.parent / f"{stem}.txt").read_text(encoding="utf-8")
            yield text, list(_found(text, sentences))


def _found(text: str, sentences: list[str]) -> Iterator[tuple[int, int]]:
    end = 0
    for sentence in sentences:
        words = re.compile(r"\s+".join(re.escape(word) for word in sentence.split()))
        if match := words.search(text, end):
            end = match.end()
            yield match.span()


def f1(splitter: Splitter, documents: list[Document]) -> float:
    """The F1 of the sentence ends of `splitter` over `documents`."""
    right = wrong = missed = 0
    for text, labelled in documents:
        gold = {_end(text, end) for _, end in labelled[:-1]}
        ours = {_end(text, end) for _, end in splitter(text)} - {_end(text, len(text))}
        right += len(gold & ours)
        wrong += len(ours - gold)
        missed += len(gold - ours)
    return 2 * right / max(1, 2 * right + wrong + missed)


def _end(text: str, end: int) -> int:
    return len(text[:end].rstrip())


def rules(splitter: Splitter) -> str:
    """How many of the golden rules `splitter` keeps."""
    path = EVAL / "segmentation" / "golden_rules.json"
    cases = json.loads(path.read_text(encoding="utf-8"))
    kept = sum(
        [case["text"][start:end].strip() for start, end in splitter(case["text"])]
        == case["sentences"]
        for case in cases
    )
    return f"{kept}/{len(cases)}"


def others() -> Iterator[tuple[str, Splitter]]:
    """The other splitters that are installed, each over the paragraphs of a text."""
    if find_spec("nltk"):
        punkt = import_module("nltk.tokenize.punkt").PunktSentenceTokenizer()
        yield "Punkt, no parameters", _by_paragraph(lambda text: list(punkt.span_tokenize(text)))
    if find_spec("blingfire"):
        offsets = import_module("blingfire").text_to_sentences_and_offsets
        yield "blingfire", _by_paragraph(lambda text: list(offsets(text)[1]))
    if find_spec("nupunkt"):
        spans = import_module("nupunkt").sent_spans
        yield "nupunkt", _by_paragraph(lambda text: list(spans(text)))
    if find_spec("pysbd"):
        segmenter = import_module("pysbd").Segmenter(language="en", clean=False, char_span=True)
        yield (
            "pysbd",
            _by_paragraph(lambda text: [(s.start, s.end) for s in segmenter.segment(text)]),
        )


def _by_paragraph(splitter: Splitter) -> Splitter:
    def spans(text: str) -> Spans:
        found = []
        for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
            start = paragraph.start()
            found += [(start + a, start + b) for a, b in splitter(paragraph.group())]
        return found

    return spans


def main() -> int:
    """Print a row a splitter; exit status 2 where the labelled texts are not at hand."""
    if not EVAL.is_dir():
        print(f"no labelled texts at {EVAL}", file=sys.stderr)
        return 2
    sets = [list(treebank("ewt_dev")), list(treebank("gum_dev")), list(news())]
    characters = sum(len(text) for text, _ in sets[2])
    print(f"{'':22}{'EWT dev':>9}{'GUM dev':>9}{'news':>9}{'rules':>9}{'s/MB':>9}")
    for name, splitter in [("Reader", split), *others()]:
        splitter("Mr. Kim left. He spoke.")
        figures = [f1(splitter, documents) for documents in sets]
        started = time.process_time()
        for text, _ in sets[2]:
            splitter(text)
        pace = (time.process_time() - started) / characters * 1e6
        row = "".join(f"{figure:9.3f}" for figure in figures)
        print(f"{name:22}{row}{rules(splitter):>9}{pace:9.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
