"""The whole story at once: claims, what only one tells, figures, quotations, origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from math import fsum

from reader.compare.claims import claim, gathered
from reader.compare.corpus import ranks
from reader.compare.disputes import Joint
from reader.compare.figures import figures
from reader.compare.origins import Copies, origins
from reader.compare.utterances import quotations
from reader.model import Claim, Link, Reading, Synopsis, Telling

Links = Mapping[tuple[int, int], Sequence[Link]]
"""The links of every pair of a story, by the positions of its two articles, in either order."""


def synopsis(
    readings: Sequence[Reading],
    links: Links,
    broken: Iterable[Joint] = (),
    watch: Callable[[str], None] = lambda _: None,
) -> Synopsis:
    """What the articles of a story say together, given the links of all pairs.

    Links that the reporter made hold two sentences in one claim, and those `broken` keep two
    apart, whatever the scores. Another order of the articles gives the same, renumbered.
    `watch` is told, every second or so of a large story, what comes next; what it raises ends
    the work.
    """
    watch("looking for copies")
    rank = ranks(readings)
    told_by = [[Telling(k, s.index) for s in one.sentences] for k, one in enumerate(readings)]
    between = {
        (told_by[a][link.a], told_by[b][link.b]): link
        for (a, b), of_pair in links.items()
        for link in of_pair
    }
    copies = Copies(readings)
    homes = origins(readings, copies)
    near: dict[Telling, list[tuple[Joint, Link]]] = defaultdict(list)
    for joint, link in between.items():
        near[joint[0]].append((joint, link))

    def inside(group: Set[Telling]) -> dict[Joint, Link]:
        return {joint: link for one in group for joint, link in near[one] if joint[1] in group}

    watch("gathering claims")
    claims = []
    for group in gathered(between, broken, rank):
        watch("weighing claims")
        claims.append(claim(group, inside(frozenset(group)), rank, homes, copies))

    def appears(one: Claim) -> tuple[float, int, int]:
        return _place(one, readings), rank[one.gist.article], one.gist.sentence

    told = tuple(sorted(claims, key=appears))
    linked = {telling for joint in between for telling in joint}
    watch("gathering figures")
    counted = figures(readings, told, between, rank)
    watch("gathering quotations")
    return Synopsis(
        tuple(readings),
        told,
        tuple(_only_here(k, reading, linked) for k, reading in enumerate(readings)),
        counted,
        quotations(readings, told, rank),
        homes,
    )


def _place(one: Claim, readings: Sequence[Reading]) -> float:
    """How early a claim is told, 0 to 1, on average over its tellings."""
    places = (t.sentence / len(readings[t.article].sentences) for t in one.tellings)
    return round(fsum(places) / len(one.tellings), 6)


def _only_here(article: int, reading: Reading, linked: Set[Telling]) -> tuple[int, ...]:
    return tuple(
        sentence.index
        for sentence in reading.sentences
        if sentence.linkable and Telling(article, sentence.index) not in linked
    )
