"""A report that contradicts itself: two of its sentences tell one thing differently."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compare.conflicts.dates import dates
from reader.compare.conflicts.judging import Judge
from reader.compare.conflicts.numbers import numbers
from reader.compare.conflicts.testimony import Testimony
from reader.model import Link, Mark

ALIKE = 0.5  # of what either sentence says, from which two may tell one thing
SURE = 0.5  # an article repeats and corrects itself more often than it contradicts itself


def contradictions(story: Testimony, report: int) -> tuple[Link, ...]:
    """The conflicts between sentences of one report, each with the earlier sentence as `a`."""
    return tuple(_found(story, report))


def _found(story: Testimony, report: int) -> Iterator[Link]:
    judge = Judge(story, report, report, threshold=SURE)
    views, sentences = story.views[report], story.lines[report].reading.sentences
    told = [k for k, sentence in enumerate(sentences) if sentence.linkable and views[k].stems]
    for at, i in enumerate(told):
        for j in told[at + 1 :]:
            alike, _ = views[i].shares(views[i].stems, views[j].stems)
            if alike >= ALIKE:
                found = judge.judge(i, j, alike, (numbers, dates)).reasons
                # Who speaks may well say one thing in two ways.
                reasons = tuple(reason for reason in found if reason.type != "quote")
                if reasons:
                    yield Link(i, j, Mark.CONFLICT, reasons[0].confidence, reasons)
