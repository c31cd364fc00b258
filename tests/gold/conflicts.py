"""How well conflicts are told: `python -m tests.gold.conflicts` prints the figures a type.

"links" judges the labelled links alone; "pipeline" judges the links that Reader makes. What is
learned is learned anew for each fold of `train`, without the stories that it is measured on.
`--errors` prints every error with its two sentences.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.compare import conflicts
from reader.compare.channels import lines
from reader.compare.conflicts import Judgement
from reader.model import Mark
from tests.gold.stories import EVAL, LabelledStory, fold, stories
from tests.gold.train_conflicts import Example, examples, fit

FOLDS = 10
NOT_A_LINK: dict[str, Any] = {"kind": "none", "types": [], "conf": 0}


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
    sides = {stem: lines(reading) for stem, reading in story.readings.items()}
    for (a, b), annotators in story.links.items():
        judge = conflicts.Judge(sides[a], sides[b], weights)
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
    for kind in sorted({t for v in wanted for t in v.link["types"]} | set(proposed)):
        of_type = [v for v in wanted if kind in v.link["types"]]
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


def folded(given: list[Example]) -> list[conflicts.Weights]:
    """For each fold the weights that the other folds teach."""
    return [fit(x for x in given if fold(x.story, FOLDS) != k) for k in range(FOLDS)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every error")
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
    for name, verdicts in runs.items():
        print(f"\n{name}")
        print("\n".join(figures(verdicts)))
        if arguments.errors:
            for verdict in verdicts:
                if (verdict.judgement.kind is Mark.CONFLICT) != (verdict.kind == "conflict"):
                    types = {r.type for r in verdict.judgement.reasons} | set(verdict.link["types"])
                    if not arguments.only or arguments.only in types:
                        print(f"\n{verdict}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
