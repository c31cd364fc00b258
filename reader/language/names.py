"""Names in an article: who and where, without titles, with the role they come with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import zip_longest

from reader.language import roles
from reader.language.capitals import opens, runs
from reader.language.gazetteer import atlas
from reader.language.line import Line
from reader.language.words import listed
from reader.model import Fact, FactType


@dataclass(frozen=True, slots=True)
class _Name:
    """Words ``[first, last)`` of a line in normal form, the role in words before them."""

    line: Line
    first: int
    last: int
    value: str
    role: str = ""


@dataclass(slots=True)
class _Known:
    """What the article shows of its own capitals, in folded words.

    `lower` stand in lower case somewhere, `inner` in a capital that no sentence begins with;
    `names` are whole names found, `people` single words out of persons' names, `surnames` the
    last of them.
    """

    lower: set[str] = field(default_factory=set)
    inner: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)


_LOCATIVE = listed(
    "in at near outside inside across throughout around from to into toward towards through via "
    "leaving visiting visited visits visit left leaves reached entered entering touring"
)
_WITHIN = listed("in near outside inside")
_ARTICLES = listed("a an the his her its their our my one")
_ELSEWHERE = listed("who which said says was is were are told and but")
_DATELINE = re.compile(
    r"([A-Z][A-Z.'-]+(?:\s[A-Z][A-Z.'-]+){0,3})(?:,\s[^(\n]{2,30}?)?\s?(?:\([^)\n]{2,40}\)\s?)?\s?--?\s"
)


def names(lines: Sequence[Line], dates: Sequence[Sequence[Fact]]) -> list[list[Fact]]:
    """The names of an article, for each of its `lines`, as NAME and PLACE facts.

    `dates` are the dates of each line, which are no names. The value of a fact is the name
    without title and possessive; of a country's people ("Russian officials") the country.
    `about` of a NAME is the role that comes with it, of a PLACE what contains it. A PLACE is
    where something is; a country or city that acts is a NAME.
    """
    known = _Known()
    for line in lines:
        _learn(line, known)
    found: list[list[_Name]] = []
    for line, taken in zip(lines, dates, strict=True):
        row = [] if line.headline else list(_names(line, line.under_facts(taken), known))
        found.append(row)
    for name in (name for row in found for name in row):
        _remember(name, known)
    return [
        list(_facts(list(_recognised(line, known)) if line.headline else row, known))
        for line, row in zip(lines, found, strict=True)
    ]


def _learn(line: Line, known: _Known) -> None:
    known.lower.update(word.form for word in line.words if line.text[word.start].islower())
    if not line.headline:
        known.inner.update(line.words[i].form for i in line.capitals if not opens(line, i))


def _remember(name: _Name, known: _Known) -> None:
    known.names.add(name.value)
    parts = name.value.split()
    person = 1 < len(parts) < 5 and name.last - name.first == len(parts)
    body = not roles.BODIES.isdisjoint(parts) or not roles.PLACE_TAILS.isdisjoint(parts)
    placed = name.value in atlas().place or parts[0] in atlas().people or parts[0] in atlas().place
    if name.role or (person and not body and not placed):
        known.people.update(part for part in parts if len(part) > 1)
        known.surnames.add(parts[-1])


def _names(line: Line, taken: Set[int], known: _Known) -> Iterator[_Name]:
    for start, last in runs(line, taken):
        first = start
        if opens(line, first) and _ordinary(line, first, last, known):
            first += 1
        while first < last and line.words[first].form in roles.HEADS.keys() | {"the", "and"}:
            first += 1
        if first < last and not (line.gap(first) == "-" and len(line.form(first - 1)) == 1):
            yield from _name(line, first, last, known)  # the Ohio of "R-Ohio" is a seat


def _ordinary(line: Line, i: int, last: int, known: _Known) -> bool:
    """Whether the first word of a sentence has its capital only from there."""
    form = line.form(i)
    if form in roles.OPENERS:
        return True
    if form in known.inner or form in atlas().place or form in atlas().people:
        return False
    if form in roles.TITLES and last - i > 1:
        return False
    return form in known.lower or last - i == 1


def _name(line: Line, first: int, last: int, known: _Known) -> Iterator[_Name]:
    """The name in a run of capitals, parted from the titles before and after it."""
    forms = [word.form for word in line.words[first:last]]
    start = _titled(forms)
    if 0 < start < len(forms):
        role = _normal_role(forms[:start])
        yield _Name(line, first + start, last, " ".join(forms[start:]), role)
        return
    while forms and (forms[0] in roles.PARTIES and len(forms) < 3):
        first, forms = first + 1, forms[1:]
    while forms and _trailing(forms):
        last, forms = last - 1, forms[:-1]
    value = " ".join(forms)
    if len(value) < 2 or value in roles.NAMELESS or _title_alone(forms):
        return
    if len(forms) == 1 and value in known.lower and not _always(value, known):
        return
    yield _Name(line, first, last, value)


def _titled(forms: list[str]) -> int:
    """Where the name begins behind the last title; 0 where there is no title before a name."""
    if forms[-1] in roles.BODIES or forms[-1] in roles.PLACE_TAILS:
        return 0
    for i in range(len(forms) - 2, -1, -1):
        if forms[i] in roles.TITLES and forms[i + 1] not in roles.BODIES | {"motors", "electric"}:
            start = i + 1
            if forms[start] == "of":  # Secretary of State, Chief of Staff, King of the Belgians
                start += 3 if forms[start + 1 : start + 2] == ["the"] else 2
            return start
    return 0


def _trailing(forms: list[str]) -> bool:
    """Whether the last word is a title or party that ends no name ("FBI Director")."""
    last = forms[-1]
    if len(forms) > 1 and forms[-2] in roles.HEADS:
        return False
    if last in roles.PARTIES:
        return True
    surname = last in roles.SURNAMES and len(forms) == 2 and forms[0] not in roles.MODIFIERS
    return last in roles.TITLES and not surname


def _title_alone(forms: list[str]) -> bool:
    return all(form in roles.TITLES or form in roles.MODIFIERS for form in forms)


def _always(value: str, known: _Known) -> bool:
    """Whether a word that is also written small names somebody or somewhere all the same."""
    return value in known.people or value in atlas().place or value in atlas().people


def _recognised(line: Line, known: _Known) -> Iterator[_Name]:
    """The names in a headline, where every word has a capital: those found elsewhere."""
    places, people = atlas().place, atlas().people
    i = 0
    while i < len(line.words):
        for count in (5, 4, 3, 2, 1):
            value = " ".join(word.form for word in line.words[i : i + count])
            one = count == 1 and (value in known.surnames or value in people)
            if i + count > len(line.words) or not line.capital(i):
                continue
            if (one or value in known.names or value in places) and not line.words[i].stop:
                yield _Name(line, i, i + count, value)
                i += count - 1
                break
        i += 1


def _facts(row: list[_Name], known: _Known) -> Iterator[Fact]:
    skip, placed = 0, -1
    for name, following in zip_longest(row, row[1:]):
        line = name.line
        if name.first < skip:
            continue
        start, end = line.words[name.first].start, line.end(name.last - 1)
        within = _container(name, following)
        if within and following:
            end, skip = line.end(following.last - 1), following.last
        if place := _place(name, known, within):
            listed_on = line.form(name.first - 1) in {"and", "or"} and placed == name.first - 1
            located = within or listed_on or _located(name)
            kind, placed = (FactType.PLACE, name.last) if located else (FactType.NAME, -1)
            value, about = place
            yield line.fact(kind, start, end, value, about if kind is FactType.PLACE else "")
        elif name.value in atlas().people:
            if following and following.first == name.last + 1 and _of_role(line, name.last):
                continue  # part of the role that comes with the next name
            noun = line.after(name.last, 1, 1)
            yield line.fact(FactType.NAME, start, end, atlas().people[name.value], noun)
        else:
            yield line.fact(FactType.NAME, start, end, name.value, name.role or _role(name))


def _container(name: _Name, following: _Name | None) -> str:
    """The state or country named right after a place: "Bellingham, Wash."."""
    if following is None or following.first != name.last or name.line.gap(name.last) != ", ":
        return ""
    if name.role or name.value in atlas().people:
        return ""
    place = atlas().state.get(following.value) or atlas().place.get(following.value, "")
    larger = place in atlas().within.values() or place in atlas().people.values()
    return place if larger and place != atlas().place.get(name.value) else ""


def _place(name: _Name, known: _Known, within: str) -> tuple[str, str] | None:
    """A place's one name and what contains it, if the name is a place's."""
    places, parts = atlas(), name.value.split()
    begin, end = name.line.words[name.first].start, name.line.end(name.last - 1)
    short = name.line.text[begin:end].isupper()  # U.N. is no Kim Jong Un
    if name.role or (not within and not short and len(parts) == 1 and parts[0] in known.people):
        return None
    if name.value in places.place:
        value = places.place[name.value]
        return value, within or places.within.get(name.value, places.within.get(value, ""))
    if within or parts[-1] in roles.PLACE_TAILS or (parts[0] in roles.PLACE_HEADS and parts[1:]):
        return name.value, within
    before = name.line.form(name.first - 1)
    if before == "the":
        before = name.line.form(name.first - 2)
    named = known.people.isdisjoint(parts) and name.value not in roles.NOT_PLACES
    body = not roles.BODIES.isdisjoint(parts) or len(parts) > 2
    return (name.value, "") if before in _WITHIN and named and not body and not short else None


def _located(name: _Name) -> bool:
    line, i = name.line, name.first - 1
    if line.form(i) == "the":
        i -= 1
    return line.form(i) in _LOCATIVE or (name.first == 0 and bool(_DATELINE.match(line.text)))


def _normal_role(forms: Sequence[str]) -> str:
    """Roles in normal form: titles and what narrows them, a people as its country."""
    people = atlas().people
    text = " ".join(form for form in forms if form not in roles.COURTESY)
    for size in (2, 1):
        for i in range(len(forms) - size + 1):
            phrase = " ".join(forms[i : i + size])
            if phrase in people:
                text = text.replace(phrase, people[phrase])
    return text


def _role(name: _Name) -> str:
    """The role that stands before a name ("leader Kim") or behind it (", the president,")."""
    line, i = name.line, name.first
    j = i
    while j and i - j < 6 and not line.walled(j):
        people = f"{line.form(j - 2)} {line.form(j - 1)}" in atlas().people
        if not people and not _of_role(line, j - 1):
            break
        j -= 1 + people
    before = [line.form(each) for each in range(j, i)]
    if not roles.ROLES.isdisjoint(before):
        return _normal_role(before)
    return _apposed(line, name)


def _of_role(line: Line, i: int) -> bool:
    form = line.form(i)
    return form in roles.ROLES or form in roles.MODIFIERS or form in atlas().people


def _apposed(line: Line, name: _Name) -> str:
    """The role in "her publicist, Jack Ketsoyan" and "Dan Cathy, the company's president"."""
    i, last = name.first, name.last
    if i and line.gap(i) == ", " and line.form(i - 1) in roles.ROLES:
        for j in range(i - 1, max(i - 5, 0), -1):
            if line.form(j - 1) in _ARTICLES:
                return _normal_role([line.form(each) for each in range(j, i)])
    behind = last < len(line.words) and line.gap(last) == ", " and not line.capital(last)
    if not behind or not (line.form(last) in _ARTICLES or _of_role(line, last)):
        return ""
    for j in range(last, min(last + 7, len(line.words))):
        if (j > last and line.walled(j)) or line.form(j) in _ELSEWHERE:
            break
        if line.form(j) in roles.ROLES and line.form(j + 1) not in roles.ROLES:
            first = j
            while first > last and _of_role(line, first - 1):
                first -= 1
            return _normal_role([line.form(each) for each in range(first, j + 1)])
    return ""
