"""How well conflicts are told: `python -m tests.gold.conflicts` prints the figures a type.

"links" judges the labelled links alone; "pipeline" judges the links that Reader makes, with
score.py's figures. What is learned is learned anew for each fold of `train`, without the stories
that it is measured on; with `--cross-validate` the alignment is too, which takes minutes, and
without it the pipeline is measured on `stories` alone. `--errors` prints every error with its two
sentences.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from reader.compare import Corpus, alignment, conflicts, contextual
from reader.compare.conflicts import Judgement
from reader.model import Mark, strongest
from tests.gold.stories import EVAL, LabelledStory, fold, scorer, stories
from tests.gold.train_conflicts import Example, examples, fit

FOLDS = 10

Pair = tuple[str, str]
Chances = dict[Pair, np.ndarray]


@dataclass(frozen=True)
class Verdict:
    """What a label says of two sentences and what Reader says of them."""

    story: str
    link: dict[str, Any]
    judgement: Judgement
    left: str
    right: str

    @property
    def sure(self) -> bool:
        return bool(self.link["conf"] == 2)

    @property
    def kind(self) -> str:
        return str(self.link["kind"])

    def __str__(self) -> str:
        said = "; ".join(reason.why for reason in self.judgement.reasons) or "-"
        words = f"{self.link.get('a_span')} / {self.link.get('b_span')}"
        label = f"{self.kind} {','.join(self.link.get('types') or ())} {self.link['conf']}: {words}"
        kind, sure = self.judgement.kind, self.judgement.confidence
        return (
            f"{self.story}\n  said {kind} {sure:.2f}: {said}\n  label {label}\n"
            f"  A {self.left}\n  B {self.right}"
        )


def on_links(story: LabelledStory, weights: conflicts.Weights | None) -> Iterator[Verdict]:
    """The labelled links of each annotator, judged as if every one were certain."""
    for (a, b), annotators in story.links.items():
        judge = story.judge(a, b, weights)
        for links in annotators:
            grouped: dict[int, list[tuple[int, int]]] = defaultdict(list)
            label = {id(link): link for link in links.values()}
            for place, link in links.items():
                grouped[id(link)].append(place)
            for key, places in grouped.items():
                judged = [(judge.judge(i, j, 1.0), i, j) for i, j in places]
                best, i, j = max(judged, key=lambda each: _strength(each[0]))
                yield Verdict(
                    story.name,
                    label[key],
                    best,
                    story.readings[a].text(i),
                    story.readings[b].text(j),
                )


def _strength(judgement: Judgement) -> tuple[bool, bool, float]:
    kind = judgement.kind
    return kind is Mark.CONFLICT, kind is Mark.FRAMING, judgement.confidence


def figures(verdicts: list[Verdict]) -> Iterator[str]:
    """The lines of a table: a type, precision, how much is found, of all labels and the sure."""
    said = [v for v in verdicts if v.judgement.kind is Mark.CONFLICT]
    wanted = [v for v in verdicts if v.kind == "conflict"]
    right = [v for v in said if v.kind == "conflict"]
    sure = [v for v in wanted if v.sure]
    precision = len(right) / max(1, len(said))
    for name, labelled in (("conflict", wanted), ("sure conflict", sure)):
        recall = sum(v.judgement.kind is Mark.CONFLICT for v in labelled) / max(1, len(labelled))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield f"{name:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {len(labelled)}"
    proposed = Counter(v.judgement.reasons[0].type for v in said)
    hits = Counter(v.judgement.reasons[0].type for v in right)
    for kind in sorted({t for v in wanted for t in v.link.get("types") or ()} | set(proposed)):
        of_type = [v for v in wanted if kind in (v.link.get("types") or ())]
        certain = [v for v in of_type if v.sure]
        yield (
            f"  {kind:14} P {_share(hits[kind], proposed[kind])}  "
            f"found {_share(_found(of_type), len(of_type))}  "
            f"sure found {_share(_found(certain), len(certain))}"
        )
    framed = [v for v in verdicts if v.judgement.kind is Mark.FRAMING]
    labelled = [v for v in verdicts if v.kind == "framing"]
    hit = sum(v.kind == "framing" for v in framed)
    yield f"framing          P {_share(hit, len(framed))}  found {_share(hit, len(labelled))}"


def _found(verdicts: list[Verdict]) -> int:
    return sum(v.judgement.kind is Mark.CONFLICT for v in verdicts)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "  - (0/0)"


def through_pipeline(
    story: LabelledStory, chances: Chances, weights: conflicts.Weights | None
) -> dict[Pair, dict[tuple[int, int], str]]:
    """The kinds of the links that Reader makes, by pairs of the annotators' sentences."""
    found: dict[Pair, dict[tuple[int, int], str]] = {}
    for (a, b), chance in chances.items():
        judge, kinds = story.judge(a, b, weights), {}
        for (i, j), judgement in judge.links(alignment.chosen(chance), chance).items():
            kind = judgement.kind
            for ends in product(story.covers[a][i], story.covers[b][j]):
                kinds[ends] = strongest((kind, kinds.get(ends, kind)))
        found[a, b] = {ends: kind.value for ends, kind in kinds.items()}
    return found


def aligned(story: LabelledStory) -> Chances:
    """The probabilities of links by the alignment that Reader comes with, read closely."""
    corpus = Corpus(list(story.readings.values()))
    closely = corpus.refined({k: contextual.read(r) for k, r in enumerate(corpus.readings)})
    stems = list(story.readings)
    return {
        (a, b): alignment.scores(closely, stems.index(a), stems.index(b)) for a, b in story.links
    }


def scored(judged: dict[Path, dict[Pair, dict[tuple[int, int], str]]]) -> Iterator[str]:
    """score.py's figures of conflicts, and of links beside them."""

    def predict(folder: Path, a: str, b: str, *_: object) -> dict[tuple[int, int], str]:
        return judged[folder][a, b]

    for name, value in sorted(scorer().score(list(judged), predict).items()):
        if not name.startswith("second"):
            yield f"{name:26} {value:.3f}"


def folded(given: list[Example]) -> list[conflicts.Weights]:
    """For each fold the weights that the other folds teach."""
    return [fit(x for x in given if fold(x.story, FOLDS) != k) for k in range(FOLDS)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every error")
    parser.add_argument("--cross-validate", action="store_true", help="learn the alignment anew")
    parser.add_argument("--only", default="", help="errors of this type alone")
    arguments = parser.parse_args()
    if not EVAL.is_dir():
        print(f"no labelled stories at {EVAL}: nothing measured")
        return 0
    train = list(stories("train"))
    taught = folded(list(examples(train)))
    runs = {
        "train, links": [v for s in train for v in on_links(s, taught[fold(s.name, FOLDS)])],
        "stories, links": [v for s in stories("stories") for v in on_links(s, None)],
    }
    unseen = list(stories("stories"))
    pipelines = {"stories": {s.folder: through_pipeline(s, aligned(s), None) for s in unseen}}
    if arguments.cross_validate:
        from tests.gold.train import Lesson, cross_validated

        chances = cross_validated([Lesson(story) for story in train])
        pipelines["train"] = {
            s.folder: through_pipeline(s, chances[s.name], taught[fold(s.name, FOLDS)])
            for s in train
        }
    for name, judged in pipelines.items():
        print(f"\n{name}, pipeline")
        print("\n".join(scored(judged)))
    for name, verdicts in runs.items():
        print(f"\n{name}")
        print("\n".join(figures(verdicts)))
        if arguments.errors:
            for verdict in verdicts:
                if (verdict.judgement.kind is Mark.CONFLICT) != (verdict.kind == "conflict"):
                    types = {reason.type for reason in verdict.judgement.reasons}
                    types.update(verdict.link.get("types") or ())
                    if not arguments.only or arguments.only in types:
                        print(f"\n{verdict}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
