"""The articles that a command is about, read and compared with the reporter's corrections."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import combinations, starmap
from typing import TYPE_CHECKING

from reader.cli.output import TROUBLE, complain, followed
from reader.model import Article, Link, Override, ReaderError, Story, Synopsis, Telling

if TYPE_CHECKING:
    from reader.compare import Corpus


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
        raise ReaderError(f"{path}: {len(found)} articles; name the file of one")
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


def corpus(story: Story, *, quick: bool) -> Corpus:
    """Read the articles of `story`, closely unless `quick`."""
    from reader.compare import Corpus, read_closely
    from reader.language import read
    from reader.settings import load_settings

    readings = [read(article) for article in followed("reading", story.articles)]
    corpus = Corpus(readings, load_settings().threshold)
    if quick:
        return corpus
    close = followed("reading closely", readings)
    return corpus.refined({k: read_closely(reading) for k, reading in enumerate(close)})


def synopsis(story: Story, overrides: Sequence[Override], *, quick: bool) -> Synopsis:
    """Read `story`, compare all its pairs, and let the corrections hold."""
    from reader.compare import pair
    from reader.compare import synopsis as drawn_together
    from reader.compare.overrides import Correction, apply, broken
    from reader.notes.standing import verdicts

    read = corpus(story, quick=quick)
    said = verdicts(overrides, read.readings)
    links: dict[tuple[int, int], Sequence[Link]] = {}
    apart: list[tuple[Telling, Telling]] = []
    for a, b in followed("comparing", list(combinations(range(len(read.readings)), 2))):
        corrected = list(starmap(Correction, said.get((a, b), ())))
        links[a, b] = apply(pair(read, a, b), corrected).links
        apart += [(Telling(a, i), Telling(b, j)) for i, j in broken(corrected)]
    return drawn_together(read.readings, links, apart)
