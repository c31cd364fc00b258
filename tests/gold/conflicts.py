"""How well conflicts are told: `python -m tests.gold.conflicts --chances FILE` prints the figures.

"links" judges the labelled links as if the alignment had found each; "pipeline" judges the links
that Reader makes, with score.py's figures before those a type. What is learned from `train` is
learned anew for each fold, without the stories that it is measured on; the links there are those
of networks that have not seen the story (see tests.gold.chances), and only what they read closely
is counted.
`--errors` prints every error with its two sentences, `--only TYPE` those of one type.
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

from reader.compare import Corpus, alignment, conflicts, contextual
from reader.compare.conflicts import Judgement
from reader.model import Mark, strongest
from tests.gold.chances import Chances, Pair, add_arguments, unseen
from tests.gold.stories import EVAL, LabelledStory, fold, scorer, stories
from tests.gold.train_conflicts import Example, examples, fit

FOLDS = 10
LIKELY = 0.9  # what the alignment makes of most links that it finds
NOTHING = Judgement(Mark.UNIQUE, 0.0)

Judged = dict[Pair, dict[tuple[int, int], Judgement]]


@dataclass(frozen=True)
class Verdict:
    """What a label says of two sentences, None where they are not linked, and what Reader says."""

    story: str
    link: dict[str, Any] | None
    judgement: Judgement
    left: str
    right: str

    @property
    def sure(self) -> bool:
        return self.link is not None and bool(self.link["conf"] == 2)

    @property
    def kind(self) -> str:
        return str(self.link["kind"]) if self.link else "none"

    @property
    def types(self) -> list[str]:
        return list(self.link.get("types") or ()) if self.link else []

    @property
    def said(self) -> bool:
        return self.judgement.kind is Mark.CONFLICT

    @property
    def wrong(self) -> bool:
        return self.said != (self.kind == "conflict")

    def concerns(self, kind: str) -> bool:
        """Whether what is said or labelled is of type `kind`; any is, where it is empty."""
        said = {reason.type for reason in self.judgement.reasons}
        return not kind or kind in said.union(self.types)

    def __str__(self) -> str:
        why = (*self.judgement.reasons, *self.judgement.doubts)
        said = "; ".join(f"{reason.why} ({reason.confidence:.2f})" for reason in why) or "-"
        link = self.link or {}
        words = f"{link.get('a_span')} / {link.get('b_span')}"
        label = f"{self.kind} {','.join(self.types)} {link.get('conf', '')}: {words}"
        return (
            f"{self.story}\n  said {self.judgement.kind}: {said}\n  label {label}\n"
            f"  A {self.left}\n  B {self.right}"
        )


def on_links(story: LabelledStory, weights: conflicts.Weights | None) -> Judged:
    """The labelled links judged as if every one were LIKELY."""
    found: Judged = {}
    for (a, b), annotators in story.links.items():
        judge = story.judge(a, b, weights)
        places = {place for links in annotators for place in links}
        found[a, b] = {(i, j): judge.judge(i, j, LIKELY) for i, j in places}
    return found


def through_pipeline(
    story: LabelledStory, chances: Chances, weights: conflicts.Weights | None
) -> Judged:
    """The links that Reader makes where `chances` are those of the alignment, judged."""
    return {
        (a, b): story.judge(a, b, weights).links(alignment.chosen(chance), chance)
        for (a, b), chance in chances.items()
    }


def verdicts(story: LabelledStory, judged: Judged) -> Iterator[Verdict]:
    """What is said of every label of each annotator, and every conflict that has no label."""
    for (a, b), annotators in story.links.items():
        texts, said = [story.readings[stem].text for stem in (a, b)], judged[a, b]
        for links in annotators:
            grouped: dict[int, list[tuple[int, int]]] = defaultdict(list)
            for place, link in links.items():
                grouped[id(link)].append(place)
            for places in grouped.values():
                i, j = max(places, key=lambda place: _strength(said.get(place, NOTHING)))
                best = said.get((i, j), NOTHING)
                yield Verdict(story.name, links[i, j], best, texts[0](i), texts[1](j))
            for (i, j), judgement in said.items():
                if judgement.kind is Mark.CONFLICT and (i, j) not in links:
                    yield Verdict(story.name, None, judgement, texts[0](i), texts[1](j))


def _strength(judgement: Judgement) -> tuple[bool, bool, float]:
    kind = judgement.kind
    return kind is Mark.CONFLICT, kind is Mark.FRAMING, judgement.confidence


def figures(given: list[Verdict]) -> Iterator[str]:
    """The lines of a table: precision, how much is found, F1; in all, of the sure, by type."""
    said = [v for v in given if v.said]
    wanted = [v for v in given if v.kind == "conflict"]
    right = [v for v in said if v.kind == "conflict"]
    for name, labelled in (("conflict", wanted), ("sure conflict", [v for v in wanted if v.sure])):
        yield f"{name:14} {_row(right, said, labelled)}"
    for kind in sorted({t for v in wanted for t in v.types} | {_type(v) for v in said}):
        of_type = [v for v in wanted if kind in v.types]
        sure = [v for v in of_type if v.sure]
        hits, calls = ([v for v in some if _type(v) == kind] for some in (right, said))
        yield f"  {kind:12} {_row(hits, calls, of_type)}  sure found {_share(sure)}"
    framed = [v for v in given if v.judgement.kind is Mark.FRAMING]
    hit = sum(v.kind == "framing" for v in framed)
    yield f"framing        P {hit}/{len(framed)} of {sum(v.kind == 'framing' for v in given)}"


def _type(verdict: Verdict) -> str:
    return verdict.judgement.reasons[0].type


def _row(right: list[Verdict], said: list[Verdict], labelled: list[Verdict]) -> str:
    precision = len(right) / max(1, len(said))
    found = sum(v.said for v in labelled) / max(1, len(labelled))
    f1 = 2 * precision * found / max(1e-9, precision + found)
    calls = f"({len(right)}/{len(said)})"
    return f"P {precision:.2f} {calls:>9}  found {_share(labelled):>14}  F1 {f1:.3f}"


def _share(labelled: list[Verdict]) -> str:
    found = sum(v.said for v in labelled)
    return f"{found / len(labelled):.2f} ({found}/{len(labelled)})" if labelled else "- (0/0)"


def calibration(given: list[Verdict]) -> Iterator[str]:
    """For conflicts and doubts of each confidence, the share that the label calls a conflict."""
    right: dict[int, list[bool]] = defaultdict(list)
    for verdict in given:
        given_for = verdict.judgement.reasons if verdict.said else verdict.judgement.doubts
        for reason in given_for[:1]:
            right[int(10 * reason.confidence)].append(verdict.kind == "conflict")
    for tenth, answers in sorted(right.items()):
        share = sum(answers) / len(answers)
        yield f"  confidence 0.{tenth}  {len(answers):4d} said  {share:4.0%} right"


def aligned(story: LabelledStory) -> Chances:
    """The probabilities of links by the alignment that Reader comes with, read closely."""
    corpus = Corpus(list(story.readings.values()))
    closely = corpus.refined({k: contextual.read(r) for k, r in enumerate(corpus.readings)})
    stems = list(story.readings)
    return {
        (a, b): alignment.scores(closely, stems.index(a), stems.index(b)) for a, b in story.links
    }


def scored(judged: dict[Path, Judged], labelled: dict[Path, LabelledStory]) -> Iterator[str]:
    """score.py's figures of conflicts, and of links beside them."""

    def predict(folder: Path, a: str, b: str, *_: object) -> dict[tuple[int, int], str]:
        kinds: dict[tuple[int, int], Mark] = {}
        for (i, j), judgement in judged[folder][a, b].items():
            kind = judgement.kind
            for ends in product(*(labelled[folder].covers[s][k] for s, k in ((a, i), (b, j)))):
                kinds[ends] = strongest((kind, kinds.get(ends, kind)))
        return {ends: kind.value for ends, kind in kinds.items()}

    for name, value in sorted(scorer().score(list(judged), predict).items()):
        if not name.startswith("second"):
            yield f"{name:26} {value:.3f}"


def folded(given: list[Example]) -> list[conflicts.Weights]:
    """For each fold the weights that the other folds teach."""
    return [fit(x for x in given if fold(x.story, FOLDS) != k) for k in range(FOLDS)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every error")
    parser.add_argument("--only", default="", help="errors of this type alone")
    add_arguments(parser)
    arguments = parser.parse_args()
    if not EVAL.is_dir():
        print(f"no labelled stories at {EVAL}: nothing measured")
        return 0
    train, new = list(stories("train")), list(stories("stories"))
    chances, closely = unseen(train, arguments.encoders, arguments.chances)
    taught = folded(list(examples(train, chances)))
    lesson = {story.name: taught[fold(story.name, FOLDS)] for story in train}
    runs = {
        "train, links": [(s, on_links(s, lesson[s.name])) for s in train],
        "stories, links": [(s, on_links(s, None)) for s in new],
        "train, pipeline": [
            (s, through_pipeline(s, chances[s.name], lesson[s.name]))
            for s in train
            if s.name in closely
        ],
        "stories, pipeline": [(s, through_pipeline(s, aligned(s), None)) for s in new],
    }
    for name, run in runs.items():
        found = [verdict for story, judged in run for verdict in verdicts(story, judged)]
        print(f"\n{name}")
        if "pipeline" in name:
            judgements = {story.folder: judged for story, judged in run}
            print(*scored(judgements, {story.folder: story for story, _ in run}), sep="\n")
        print(*figures(found), *calibration(found), sep="\n")
        if arguments.errors:
            wrong = [v for v in found if v.wrong and v.concerns(arguments.only)]
            print(Counter(v.kind if v.said else "missed" for v in wrong))
            print(*(f"\n{verdict}" for verdict in wrong), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
