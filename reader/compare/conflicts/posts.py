"""One person in two posts: in office or no longer, the director or only the deputy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.compare.conflicts.judgement import CERTAIN, Difference
from reader.compare.conflicts.view import View, once
from reader.language.roles import COURTESY, MODIFIERS, ROLES
from reader.language.words import listed
from reader.model import Fact, FactType, Span

_LIKELY = 0.4  # that an editor calls two posts of one person a conflict
_PAST = listed("former ex retired onetime")
_RANKS = listed("acting interim deputy vice associate assistant")
_LINKING = listed("is was as be been being became becomes served serves worked works")
_ARTICLES = listed("the a an his her its their our my")
_REACH = 6  # words


class _Post(NamedTuple):
    """What somebody is: the noun, what narrows it, and where it stands."""

    noun: str
    rank: frozenset[str]
    span: Span


def posts(left: View, right: View) -> Iterator[Difference]:
    """Posts of one person that have one noun and another rank; a headline may leave it out."""
    if left.title or right.title:
        return
    theirs = dict(_held(right))
    for person, one in _held(left):
        other = theirs.get(person)
        if one and other and one.noun == other.noun and one.rank != other.rank:
            yield Difference("person", one.span, other.span, one.noun, signs={CERTAIN: _LIKELY})


@once
def _held(view: View) -> list[tuple[str, _Post | None]]:
    """Each person of the sentence with the post that stands there."""
    return [(view.fullest(name), _post(view, name)) for name in view.of_type(FactType.NAME)]


def _post(view: View, name: Fact) -> _Post | None:
    """The post right before a name, or behind it: "Felt worked as the deputy director"."""
    first, last = view.within(name.span)
    start = first
    while start and first - start < _REACH and _tied(view, start) and _part(view, start - 1):
        start -= 1
    end = last
    if _gap(view, last) == ", " or view.form(last) in _LINKING:
        while view.form(end) in _LINKING | _ARTICLES:
            end += 1
        last = end
        while end < len(view.words) and (end == last or _tied(view, end)) and _part(view, end):
            end += 1
    return _named(view, start, first) or _named(view, last, end)


def _named(view: View, first: int, last: int) -> _Post | None:
    """What words ``[first, last)`` say somebody is, if they do."""
    nouns = [k for k in range(first, last) if view.form(k) in ROLES - COURTESY - _RANKS]
    if not nouns:
        return None
    told = {view.form(k) for k in range(first, nouns[-1])}
    rank = (told & _RANKS) | ({"former"} if told & _PAST else set())
    return _Post(view.form(nouns[-1]), frozenset(rank), view.reach(first, nouns[-1] + 1))


def _part(view: View, k: int) -> bool:
    """Whether word `k` may be part of a post: "former", "FBI", "official"."""
    form, word = view.form(k), view.words[k]
    known = form in ROLES or form in MODIFIERS or form in _PAST | _RANKS
    return known or (view.text[word.start].isupper() and not word.stop)


def _tied(view: View, k: int) -> bool:
    return _gap(view, k) in {" ", "-", ". "}


def _gap(view: View, k: int) -> str:
    return view.text[view.words[k - 1].end : view.words[k].start] if 0 < k < len(view.words) else ""
