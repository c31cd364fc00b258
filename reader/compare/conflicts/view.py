"""A sentence as the finders of conflicts see it, and how alike two places in two sentences are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from math import fsum
from typing import Any, TypeVar

from reader.compare.channels import Lines
from reader.language.words import Word
from reader.model import Fact, FactType, Span

_REACH = 5
Found = TypeVar("Found")


@dataclass(frozen=True)
class View:
    """Sentence `index` of an article: its words and facts, with offsets into the article's text.

    `rarity` is how much a stem says in the story, `same` the fullest form of each of its names,
    `day` when its reports came out, as far as any of them says.
    """

    text: str
    index: int
    words: tuple[Word, ...]
    facts: tuple[Fact, ...]
    rarity: Mapping[str, float]
    same: Mapping[str, str]
    day: date | None = None

    @classmethod
    def of(
        cls,
        lines: Lines,
        index: int,
        rarity: Mapping[str, float],
        same: Mapping[str, str],
        day: date | None = None,
    ) -> View:
        """The view of sentence `index` of `lines`."""
        text = lines.reading.article.text
        return cls(text, index, lines.words[index], lines.facts[index], rarity, same, day)

    def weight(self, stems: Iterable[str]) -> float:
        """How much `stems` say together."""
        return fsum(map(self.rarity.__getitem__, stems))

    def shares(self, a: Set[str], b: Set[str]) -> tuple[float, float]:
        """How much of what each of two sets says the other says: the smaller and larger share."""
        both = self.weight(a & b)
        x = both / max(1e-9, self.weight(a))
        y = both / max(1e-9, self.weight(b))
        return (x, y) if x < y else (y, x)

    def of_type(self, *types: FactType) -> list[Fact]:
        """The facts of these types, in order."""
        if len(types) == 1:
            return self._by_type.get(types[0], [])
        return [fact for fact in self.facts if fact.type in types]

    def at(self, position: int) -> int:
        """The first word that begins at `position` or behind it."""
        return bisect_left(self.starts, position)

    def form(self, k: int) -> str:
        """The form of word `k`; "" beyond the end."""
        return self.words[k].form if k < len(self.words) else ""

    def within(self, span: Span) -> tuple[int, int]:
        """The words ``[first, last)`` that begin inside `span`."""
        return self.at(span.start), self.at(span.end)

    def around(self, span: Span, reach: int = _REACH) -> set[str]:
        """The stems that carry news among the words up to `reach` away from `span`."""
        first, last = self.within(span)
        near = (*self.words[max(first - reach, 0) : first], *self.words[last : last + reach])
        return {word.stem for word in near if not word.stop}

    def told(self, span: Span) -> tuple[Word, ...]:
        """The words of `span`."""
        return self.words[slice(*self.within(span))]

    def deeds(self, span: Span, reach: int = 60) -> set[str]:
        """The stems of what is told as done, planned or going on up to `reach` characters away."""
        near = Span(max(span.start - reach, 0), span.end + reach)
        return {f.about for f in self.of_type(FactType.STATUS) if f.span.overlaps(near)}

    def beside(self, span: Span) -> tuple[str, str]:
        """The stems of the words right before and right behind `span`; "" at either end."""
        first, last = self.within(span)
        before = self.words[first - 1].stem if first else ""
        return before, self.words[last].stem if last < len(self.words) else ""

    def spoken(self, stem: str, span: Span) -> str:
        """How the sentence puts `stem`, nearest to `span`; the stem itself where it does not."""
        same = (word for word in self.words if word.stem == stem)
        near = min(same, key=lambda word: abs(word.start - span.start), default=None)
        return self.text[near.start : near.end].removesuffix("'s") if near else stem

    def reach(self, first: int, last: int) -> Span:
        """The span of words ``[first, last)``."""
        return Span(self.words[first].start, self.words[last - 1].end)

    @cached_property
    def found(self) -> dict[str, Any]:
        """What has been found in the sentence, see `once`."""
        return {}

    @cached_property
    def _by_type(self) -> dict[FactType, list[Fact]]:
        found: dict[FactType, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.type, []).append(fact)
        return found

    @cached_property
    def denial(self) -> Fact | None:
        """The first denial of the sentence by somebody, if any."""
        said = (fact for fact in self.of_type(FactType.ATTRIBUTION) if fact.value == "denied")
        return next((fact for fact in said if fact.about), None)

    @cached_property
    def title(self) -> bool:
        """Whether the sentence ends as a headline does, without a full stop."""
        last = self.words[-1].end if self.words else 0
        return not any(mark in self.text[last : last + 3] for mark in ".!?") and self.index < 2

    def plain(self, stems: Set[str]) -> Set[str]:
        """Those of `stems` that are in no name here."""
        return stems - self.named

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems of names and places."""
        spans = [fact.span for fact in self.of_type(FactType.NAME, FactType.PLACE)]
        inside = (word for span in spans for word in self.told(span))
        return frozenset(word.stem for word in inside)

    def fullest(self, name: Fact) -> str:
        """The fullest form of a name that means the same."""
        return self.same.get(str(name.value), str(name.value))

    @cached_property
    def meant(self) -> frozenset[str]:
        """The fullest forms of its names and places."""
        return frozenset(map(self.fullest, self.of_type(FactType.NAME, FactType.PLACE)))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each stem that carries news, the words that have it."""
        found: dict[str, list[int]] = {}
        for k, word in enumerate(self.words):
            if not word.stop:
                found.setdefault(word.stem, []).append(k)
        return found

    @cached_property
    def forms(self) -> dict[str, Span]:
        """Where each form stands first."""
        return {word.form: Span(word.start, word.end) for word in reversed(self.words)}

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The forms of all words, in order."""
        return tuple(word.form for word in self.words)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [word.start for word in self.words]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems that carry news."""
        return frozenset(word.stem for word in self.words if not word.stop)


def once(find: Callable[[View], Found]) -> Callable[[View], Found]:
    """Have views remember what `find` found in them: each is set against a hundred others."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def known(view: View) -> Found:
        if name not in view.found:
            view.found[name] = find(view)
        found: Found = view.found[name]
        return found

    return known


def shares(a: Set[str], b: Set[str]) -> tuple[float, float]:
    """How much of each of two sets the other has: the smaller share and the larger."""
    both = len(a & b)
    x, y = both / max(1, len(a)), both / max(1, len(b))
    return (x, y) if x < y else (y, x)


def setting(left: View, a: Span, right: View, b: Span, reach: int = _REACH) -> dict[str, float]:
    """How alike the places are at which spans `a` and `b` stand, as signs."""
    low, high = left.shares(left.around(a, reach), right.around(b, reach))
    near_a, near_b = left.beside(a), right.beside(b)
    pairs = zip(near_a, near_b, strict=True)
    return {
        "near_low": low,
        "near_high": high,
        "beside": sum(x == y and x != "" for x, y in pairs) / 2,
    }
