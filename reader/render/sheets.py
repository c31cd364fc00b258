"""The matrix, the figures and the quotations of a story as tables of plain text.

`called` is what the tables call the articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import SIGN, Claim, Figure, Given, Mark, Quotation, Synopsis, Variant
from reader.render import claims
from reader.render.claims import line
from reader.render.outlets import counted, listed, names
from reader.render.tables import Table

PACKED = 30
"""The articles whose signs stand side by side in one column; of more, the signs are counted."""


def key(synopsis: Synopsis) -> Table:
    """The number of each article, its outlet, its headline, and whose words it seems to be."""
    shared = {k: origin for origin in synopsis.origins if origin.why for k in origin.articles}
    articles = [reading.article for reading in synopsis.readings]
    return Table(
        counted(len(articles), "article") + f", {counted(len(synopsis.origins), 'origin')}",
        ("", "outlet", "headline", "origin"),
        tuple(
            (str(k + 1), name, article.headline, origin(synopsis, k) if k in shared else "")
            for k, (name, article) in enumerate(zip(names(articles), articles, strict=True))
        ),
    )


def origin(synopsis: Synopsis, article: int) -> str:
    """Whose words an article seems to be, and why that seems so."""
    found = next(one for one in synopsis.origins if article in one.articles)
    return f"{found.name or 'one text'} ({found.why})" if found.why else found.name


def matrix(synopsis: Synopsis, by: str, called: Sequence[str]) -> Table:
    """A line a claim: the signs of all articles in one column, and beneath it what is disputed."""
    count = len(synopsis.readings)
    packed = count <= PACKED
    numbers = [str(k) for k in range(1, count + 1)]
    heads = ["".join(n[:-1] or " " for n in numbers), "".join(n[-1] for n in numbers)]
    return Table(
        f"Claims by {by}",
        ("\n".join(heads[count < 10 :]) if packed else "signs", "outlets", "origins", "claim"),
        tuple(
            (
                "".join(map(claims.sign, claim.marks)) if packed else _counts(claim),
                str(len(claim.articles)),
                str(len(claim.origins)),
                "\n".join([line(synopsis.text(claim.gist)), *disputes(claim, synopsis, called)]),
            )
            for claim in claims.arranged(synopsis.claims, by)
        ),
    )


def grid(synopsis: Synopsis, by: str, called: Sequence[str]) -> Table:
    """The matrix with a column for each article."""
    return Table(
        f"Claims by {by}",
        ("claim", "outlets", "origins", *called),
        tuple(
            (
                "; ".join([line(synopsis.text(claim.gist)), *disputes(claim, synopsis, called)]),
                str(len(claim.articles)),
                str(len(claim.origins)),
                *map(claims.sign, claim.marks),
            )
            for claim in claims.arranged(synopsis.claims, by)
        ),
    )


def disputes(claim: Claim, synopsis: Synopsis, called: Sequence[str]) -> list[str]:
    """What the articles set against each other, a line each with its sign."""
    return [f"{SIGN[one.kind]} {claims.dispute(one, synopsis, called)}" for one in claim.disputes]


def only_here(synopsis: Synopsis, called: Sequence[str]) -> Table:
    """The sentences that one article alone tells, article by article."""
    lines = [
        (name if n == 0 else "", str(index + 1), line(reading.text(index)))
        for name, reading, alone in zip(called, synopsis.readings, synopsis.only_here, strict=True)
        for n, index in enumerate(alone)
    ]
    return Table("Only here", ("outlet", "sentence", "told"), tuple(lines))


def figures(synopsis: Synopsis, called: Sequence[str]) -> Table:
    """A line a value: what it is of, the value, who gives it; `!` where values exclude another."""
    lines = []
    for row in synopsis.figures:
        for n, (value, contested, articles) in enumerate(values(row, synopsis)):
            told = listed((called[k] for k in articles), most=6)
            about = (row.about or str(row.type)) if n == 0 else ""
            lines.append((SIGN[Mark.CONFLICT] if contested else "", about, value, told))
    return Table("Figures", ("!", "about", "figure", "given by"), tuple(lines))


def figure_grid(synopsis: Synopsis, called: Sequence[str]) -> Table:
    """The figures with a column for each article."""
    return Table(
        "Figures",
        ("about", *called),
        tuple(
            (row.about or str(row.type), *(cell(row, k, synopsis) for k in range(len(called))))
            for row in synopsis.figures
        ),
    )


def cell(row: Figure, article: int, synopsis: Synopsis) -> str:
    """What one article gives for a figure, a contested value with its sign."""
    text = synopsis.readings[article].article.text
    given = {line(g.fact.span.of(text)): g.contested for g in row.given if g.article == article}
    return ", ".join(f"! {words}" if contested else words for words, contested in given.items())


def values(row: Figure, synopsis: Synopsis) -> list[tuple[str, bool, list[int]]]:
    """Each value of a figure once: its words, whether another excludes it, who gives it."""
    found: dict[str, list[tuple[str, Given]]] = {}
    for given in row.given:
        words = line(synopsis.words(given.excerpt))
        found.setdefault(words.casefold(), []).append((words, given))
    told = [
        (
            same[0][0],
            any(given.contested for _, given in same),
            list(dict.fromkeys(given.article for _, given in same)),
        )
        for same in found.values()
    ]
    return sorted(told, key=lambda one: (not one[1], -len(one[2])))


def quotes(synopsis: Synopsis, called: Sequence[str]) -> Table:
    """A line a wording: who speaks, the words, who has them so, and how they were changed."""
    lines = []
    for row in synopsis.quotations:
        for n, (words, told, articles) in enumerate(wordings(row, synopsis)):
            speaker = (row.speaker or "unknown") if n == 0 else ""
            lines.append((speaker, words, listed((called[k] for k in articles), most=6), told))
    return Table("Quotations", ("speaker", "quotation", "outlets", "wording"), tuple(lines))


def wordings(row: Quotation, synopsis: Synopsis) -> Iterator[tuple[str, str, list[int]]]:
    """Each wording of a quotation once: the words, how they differ, who has them so."""
    found: dict[tuple[str, str], list[int]] = {}
    for variant in row.variants:
        words = line(synopsis.words(variant.excerpt))
        articles = found.setdefault((words, wording(variant, row, synopsis)), [])
        if variant.article not in articles:
            articles.append(variant.article)
    alone = len({v.article for v in row.variants}) == 1 and len(found) == 1
    for (words, told), articles in found.items():
        yield words, "" if alone else told, articles


def wording(variant: Variant, row: Quotation, synopsis: Synopsis) -> str:
    """Say what was done to the words, and whom else they are given to."""
    told = "full" if variant.grade in {"fullest", "identical"} else variant.grade
    if variant.grade in {"trimmed", "altered"}:
        fullest = synopsis.readings[row.variants[0].article].article.text
        own = synopsis.readings[variant.article].article.text
        changes = (
            _change(line(there.of(fullest)), line(here.of(own))) for there, here in variant.changes
        )
        told += ": " + ", ".join(changes)
    if variant.speaker and variant.speaker != row.speaker:
        told += f"; speaker: {variant.speaker}"
    return told


def _change(there: str, here: str) -> str:
    if there and here:
        return f"“{here}” for “{there}”"
    return f"without “{there}”" if there else f"with “{here}”"


def _counts(claim: Claim) -> str:
    told = [mark for mark in claim.marks if mark]
    kinds = (Mark.CONFLICT, Mark.FRAMING, Mark.SHARED)
    return " ".join(f"{SIGN[kind]}{told.count(kind)}" for kind in kinds if kind in told)
