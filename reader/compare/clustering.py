"""Things that belong together gathered into groups, without one weak bridge joining two groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Weights = Mapping[tuple[int, int], float]


def gather(
    places: Sequence[Hashable], weights: Weights, least: float, most: int
) -> list[tuple[int, ...]]:
    """Groups of the items 0 … n-1, each ascending, in the order of their first items.

    `weights` says how strongly two items, the lower first, belong together; 0 where it is silent.
    The two groups whose items belong together most on average are joined, as long as that is
    `least` or more (average linkage: Sokal and Michener, 1958). Items of one place are not set
    against each other, and at most `most` of them come into one group. Ties fall to lower items.
    """
    members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(len(places))}
    held: dict[int, Counter[Hashable]] = {i: Counter([place]) for i, place in enumerate(places)}
    sums: dict[int, dict[int, float]] = {i: {} for i in members}
    for (i, j), weight in weights.items():
        if places[i] != places[j]:
            sums[i][j] = sums[j][i] = weight
    heap = [(-weight, i, j) for i in sums for j, weight in sums[i].items() if i < j]
    heapify(heap)
    # Every joint group gets a new number, so that what the heap says of living groups holds.
    new = len(places)
    while heap:
        weight, a, b = heappop(heap)
        if -weight < least:
            break
        if a not in members or b not in members:
            continue
        members[new] = members.pop(a) + members.pop(b)
        held[new] = held.pop(a) + held.pop(b)
        near, sums[new] = Counter(sums.pop(a)), {}
        near.update(sums.pop(b))
        for other in sorted(near.keys() - {a, b}):
            sums[other].pop(a, None)
            sums[other].pop(b, None)
            both = _in_common(held[new], held[other])
            if all(n + m <= most for n, m in both):
                sums[new][other] = sums[other][new] = near[other]
                # Items of one place are not set against each other.
                pairs = held[new].total() * held[other].total() - sum(n * m for n, m in both)
                heappush(heap, (-near[other] / pairs, other, new))
        new += 1
    return sorted(tuple(sorted(group)) for group in members.values())


def _in_common(a: Counter[Hashable], b: Counter[Hashable]) -> list[tuple[int, int]]:
    """How many items either group has of each place that both have."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return [(n, many[place]) for place, n in few.items() if place in many]
