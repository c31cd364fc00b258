"""Claims: the sentences of a whole story that tell one thing, gathered from the links of all pairs.

Links alone would lead from each sentence to the next until a whole story is one claim; so the
sentences of a claim are linked to a good part of each other. A headline, which tells several
things, is in several claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum

from reader.compare.alignment import THRESHOLD
from reader.compare.clustering import gather
from reader.compare.disputes import Joint, disputes
from reader.compare.origins import Copies, of_claim
from reader.model import Claim, Link, Mark, Origin, Telling, strongest

LEAST = 0.45
"""The mean score from which two groups of sentences tell one thing."""
ALSO = 0.5
"""The mean score from which a sentence that is in another group belongs to this one too."""
MOST = 3
"""How many sentences of one article a claim may have."""
_CENTRAL = 0.8  # of the most central one's links make a sentence one that may stand for all
_SURE = 1e6  # what the reporter says outweighs every score


def gathered(
    between: Mapping[Joint, Link], broken: Iterable[Joint], rank: Sequence[int]
) -> list[tuple[Telling, ...]]:
    """Which sentences tell one thing, by the links `between` them and those the reporter broke.

    Every linked sentence is in a group. `rank` is each article's place in an order that has
    nothing to do with files.
    """
    told = sorted({telling for joint in between for telling in joint}, key=_by(rank))
    number = {telling: k for k, telling in enumerate(told)}
    weights: dict[tuple[int, int], float] = {}
    near: list[dict[int, float]] = [{} for _ in told]

    def weigh(joint: Joint, weight: float) -> None:
        a, b = number[joint[0]], number[joint[1]]
        weights[min(a, b), max(a, b)] = near[a][b] = near[b][a] = weight

    for joint, link in between.items():
        weigh(joint, _weight(link))
    for joint in broken:
        if number.keys() >= {*joint}:
            weigh(joint, -_SURE)
    articles = [telling.article for telling in told]
    groups = gather(articles, weights, LEAST, MOST)
    found = [_widened(group, near, articles) for group in groups if len(group) > 1]
    left = set(range(len(told))).difference(*found)
    # What is linked, if to nothing that tells quite the same, is not told by one article alone.
    found += {tuple(sorted((k, max(near[k], key=lambda n: (near[k][n], -n))))) for k in left}
    return [tuple(sorted(told[k] for k in group)) for group in sorted(found)]


def _widened(
    group: tuple[int, ...], near: Sequence[Mapping[int, float]], articles: Sequence[int]
) -> tuple[int, ...]:
    """`group` with the sentences of other groups that tell the same beside other things."""
    inside, held = set(group), Counter(articles[k] for k in group)
    against: dict[int, list[float]] = defaultdict(list)
    for member in group:
        for k, weight in near[member].items():
            against[k].append(weight)
    means = {
        k: fsum(weights) / (len(group) - held[articles[k]])
        for k, weights in against.items()
        if k not in inside
    }
    wider = list(group)
    for k in sorted((k for k in means if means[k] >= ALSO), key=lambda k: (-means[k], k)):
        apart = any(near[k].get(m, 0.0) < 0 for m in wider)
        if held[articles[k]] < MOST and not apart:
            held[articles[k]] += 1
            wider.append(k)
    return tuple(sorted(wider))


def claim(
    tellings: tuple[Telling, ...],
    between: Mapping[Joint, Link],
    rank: Sequence[int],
    homes: Sequence[Origin],
    copies: Copies,
) -> Claim:
    """The claim that `tellings` make, which the links `between` them join."""
    kinds: dict[int, set[Mark]] = defaultdict(set)
    linked: dict[Telling, list[float]] = {telling: [] for telling in tellings}
    for joint, link in between.items():
        weight = min(_weight(link), 1.0)
        for telling in joint:
            kinds[telling.article].add(link.kind)
            linked[telling].append(weight)
    # Added up exactly, so that the order of the files shows nowhere.
    central = {telling: fsum(weights) for telling, weights in linked.items()}
    by_rank, least = _by(rank), _CENTRAL * max(central.values())
    gist = min(
        (telling for telling in tellings if central[telling] >= least),
        key=lambda t: (len(copies.readings[t.article].text(t.sentence)), by_rank(t)),
    )
    return Claim(
        tellings,
        gist,
        tuple(strongest(kinds[k]) if k in kinds else None for k in range(len(rank))),
        disputes(between, copies.readings, rank),
        of_claim(tellings, homes, copies),
    )


def _weight(link: Link) -> float:
    # A link that only a conflict shows may have a lower score than links have.
    return _SURE if link.by_reporter else max(link.score, THRESHOLD)


def _by(rank: Sequence[int]) -> Callable[[Telling], tuple[int, int]]:
    return lambda telling: (rank[telling.article], telling.sentence)
