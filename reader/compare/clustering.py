"""Things that belong together gathered into groups, without one weak bridge joining two groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from heapq import heappop, heappush

Weights = Mapping[tuple[int, int], float]
Held = dict[Hashable, int]  # how many items a group has of each place


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
    held: dict[int, Held] = {i: {place: 1} for i, place in enumerate(places)}
    sums: dict[int, dict[int, float]] = {i: {} for i in members}
    # For each group the earlier ones that it may be joined to, the likeliest last.
    partners: dict[int, list[tuple[float, int]]] = {i: [] for i in members}
    for (i, j), weight in weights.items():
        if places[i] != places[j]:
            sums[i][j] = sums[j][i] = weight
            if weight >= least:
                partners[j].append((-weight, i))
    likeliest: list[tuple[float, int, int]] = []

    def propose(group: int) -> None:
        left = partners[group]
        while left and left[-1][1] not in members:
            left.pop()
        if left:
            heappush(likeliest, (*left.pop(), group))

    for group, found in partners.items():
        found.sort(reverse=True)
        propose(group)
    # Every joint group gets a new number, so that what was said of living groups holds.
    new = len(places)
    while likeliest:
        _, a, b = heappop(likeliest)
        if b not in members:
            continue
        if a not in members:
            propose(b)
            continue
        members[new] = members.pop(a) + members.pop(b)
        held[new] = dict(Counter(held.pop(a)) + Counter(held.pop(b)))
        sums[new] = near = sums.pop(a)
        for other, weight in sums.pop(b).items():
            near[other] = near.get(other, 0) + weight
        del near[a], near[b], partners[a], partners[b]
        partners[new] = found = []
        size = len(members[new])
        for other, weight in near.items():
            row = sums[other]
            row.pop(a, None)
            row.pop(b, None)
            row[new] = weight
            theirs = len(members[other])
            fewest = size * theirs - most * min(size, theirs)
            if fewest > 0 and weight / fewest < least:
                continue  # too little, whatever places they have in common
            same, largest = _in_common(held[new], held[other])
            # Items of one place are not set against each other.
            mean = weight / (size * theirs - same)
            if mean >= least and largest <= most:
                found.append((-mean, other))
        found.sort(reverse=True)
        propose(new)
        new += 1
    return sorted(tuple(sorted(group)) for group in members.values())


def _in_common(a: Held, b: Held) -> tuple[int, int]:
    """How many pairs of one place two groups make, and the most items they have of one."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    same = largest = 0
    for place, n in few.items():
        if m := many.get(place):
            same += n * m
            largest = max(largest, n + m)
    return same, largest
