"""The articles that a command is about, read and compared with the reporter's corrections."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import starmap
from typing import TYPE_CHECKING

from reader.cli.output import TROUBLE, complain, progress
from reader.model import Article, Link, Override, ReaderError, Story, Synopsis, Telling

if TYPE_CHECKING:
    from reader.compare import Corpus

Links = dict[tuple[int, int], tuple[Link, ...]]


def add_paths(parser: ArgumentParser) -> None:
    """Let the command take the paths of a story."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a story's folder, or the files of its articles; the sample story without any",
    )


def add_corrections(parser: ArgumentParser) -> None:
    """Let the command be told whose corrections of links hold."""
    parser.add_argument("--notes", metavar="FILE", help="the notes file with your corrections")
    parser.add_argument(
        "--machine", action="store_true", help="leave your corrections of links aside"
    )


def options(parser: ArgumentParser) -> None:
    """Declare the paths, how closely they are read, and whose corrections hold."""
    add_paths(parser)
    parser.add_argument(
        "--quick", action="store_true", help="link at first sight: sooner, with more misses"
    )
    add_corrections(parser)


def articles(paths: Sequence[str]) -> tuple[Article, ...]:
    """Return the articles at `paths`, and say of others why they cannot be read."""
    from reader.library import open_story

    story = open_story(paths)
    tell_faults(story)
    return story.articles


def article(path: str) -> Article:
    """Return the article at `path`. Raises ReaderError where there are several, or none."""
    found = articles([path])
    if len(found) != 1:
        raise ReaderError(f"{path}: {len(found)} articles; name one of them")
    return found[0]


def story(paths: Sequence[str]) -> Story:
    """Return the story at `paths`, or the sample story."""
    from reader.library import open_story, sample_story
    from reader.settings import resource_folder

    return open_story(paths) if paths else sample_story(resource_folder("seeds"))


def tell_faults(story: Story) -> int:
    """Say what of `story` could not be read; return 2 where something could not, otherwise 0."""
    for fault in story.faults:
        complain(fault)
    return TROUBLE if story.faults else 0


def linked(story: Story, *, quick: bool) -> tuple[Corpus, Links]:
    """Read the articles of `story`, closely unless `quick`, and link all its pairs."""
    from reader.compare import Sweep
    from reader.settings import load_settings

    links: Links = {}
    count = len(story.articles)
    with Sweep(story.articles, load_settings().threshold) as sweep, progress() as report:
        for done in sweep.read():
            report("reading", done, count)
        for done in () if quick else sweep.read_closely():
            report("reading closely", done, count)
        for pairs in sweep.links():
            links |= {(a, b): found for a, b, found in pairs}
            report("comparing", len(links), count * (count - 1) // 2)
    return sweep.corpus, {pair: links[pair] for pair in sorted(links)}


def synopsis(story: Story, overrides: Sequence[Override], *, quick: bool) -> Synopsis:
    """Read `story`, link all its pairs, and let the corrections hold."""
    corpus, links = linked(story, quick=quick)

    from reader.compare import synopsis as drawn_together
    from reader.compare.overrides import Correction, broken, corrected
    from reader.notes.standing import verdicts

    apart: list[tuple[Telling, Telling]] = []
    for (a, b), said in verdicts(overrides, corpus.readings).items():
        corrections = tuple(starmap(Correction, said))
        if (a, b) in links:
            links[a, b] = corrected(links[a, b], corrections)
            apart += [(Telling(a, i), Telling(b, j)) for i, j in broken(corrections)]
    return drawn_together(corpus.readings, links, apart)
