"""How well `reader sort` finds the stories again in labelled ones mixed up.

`python -m tests.gold.grouping` prints, for folders of so many stories, the share of pairs of
articles put together that belong together (P), of those that belong together put so (R), and
B-cubed F1; then how often an article of another story is pointed out in a story, and how often
one that belongs there is. The thresholds were chosen on these stories: expect less of others.
"""

from __future__ import annotations

from random import Random

import numpy as np

from reader import sources
from reader.compare.channels import Lines, lines
from reader.compare.grouping import groups, strays
from reader.language import read
from tests.gold.stories import EVAL

FOLDERS = {1: 37, 2: 20, 4: 10, 10: 5, 37: 1}

Stories = dict[str, list[Lines]]


def labelled() -> Stories:
    """The stories of `train`, each with its articles."""
    return {
        folder.name: [lines(read(sources.read(file)[0])) for file in sorted(folder.glob("*.txt"))]
        for folder in sorted((EVAL / "train").iterdir())
    }


def measured(stories: Stories) -> tuple[float, float, float]:
    """Precision and recall of pairs and B-cubed F1, of all articles of `stories` in one folder."""
    label = np.array([name for name, held in stories.items() for _ in held])
    given = np.empty(len(label), dtype=int)
    mixed = Random(1).sample(range(len(label)), len(label))
    articles = [article for held in stories.values() for article in held]
    for number, group in enumerate(groups([articles[place] for place in mixed])):
        given[[mixed[place] for place in group]] = number
    right = label[:, None] == label
    put = given[:, None] == given
    both = right & put
    precise, complete = (both.sum(1) / put.sum(1)).mean(), (both.sum(1) / right.sum(1)).mean()
    pairs = ~np.eye(len(label), dtype=bool)
    found = (both & pairs).sum()
    p = found / max(1, (put & pairs).sum())
    r = found / max(1, (right & pairs).sum())
    return float(p), float(r), float(2 * precise * complete / (precise + complete))


def samples(stories: Stories, size: int, times: int) -> list[Stories]:
    """So many folders of `size` stories each."""
    random, known = Random(size), list(stories)
    picked = (
        [known[k % len(known)]] if size == 1 else random.sample(known, size) for k in range(times)
    )
    return [{name: stories[name] for name in names} for names in picked]


def pointed_out(stories: Stories) -> tuple[float, float]:
    """How often a stray is found among the articles of each story, and one where there is none."""
    known = list(stories)
    found = wrong = 0
    for number, name in enumerate(known):
        own = stories[name]
        other = stories[known[(number + len(known) // 2) % len(known)]][0]
        found += strays([*own, other]) == (len(own),)
        wrong += bool(strays(own))
    return found / len(known), wrong / len(known)


def main() -> None:
    if not EVAL.is_dir():
        print(f"no labelled stories at {EVAL}: nothing measured")
        return
    stories = labelled()
    names = list(stories)
    halves = {"first": names[::2], "second": names[1::2]}
    print(f"{'half':8}{'stories':>8}{'P':>8}{'R':>8}{'B-cubed':>9}")
    for half, ours in halves.items():
        mine = {name: stories[name] for name in ours}
        for size, times in FOLDERS.items():
            some = [measured(folder) for folder in samples(mine, size, times)]
            p, r, b = np.mean(some, axis=0)
            print(f"{half:8}{size:8}{p:8.3f}{r:8.3f}{b:9.3f}")
    p, r, b = measured(stories)
    print(f"{'both':8}{len(stories):8}{p:8.3f}{r:8.3f}{b:9.3f}")
    found, wrong = pointed_out(stories)
    print(f"a stray pointed out: {found:.1%}; an article that belongs: {wrong:.1%}")


if __name__ == "__main__":
    main()
