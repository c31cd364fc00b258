"""The facts of an article: each finder in turn, over sentences as lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reader.language.attribution import attributions
from reader.language.dates import dates
from reader.language.line import Line
from reader.language.names import names
from reader.language.periods import reckoned_from
from reader.language.quantities import quantities
from reader.language.quotations import quotations
from reader.language.standing import standings
from reader.language.words import plain
from reader.model import Fact, FactType, Sentence


def facts_of(text: str, sentences: Sequence[Sentence], published: date | None) -> tuple[Fact, ...]:
    """The facts of an article's `text`, in order of position.

    Furniture has none. Dates are resolved against the day `published`, where there is one.
    Every fact's span lies inside its sentence.
    """
    day = reckoned_from(published)
    flat = plain(text)
    told = [sentence for sentence in sentences if not sentence.furniture]
    lines = [Line.of(flat, sentence) for sentence in told]
    when = [list(dates(line, day)) for line in lines]
    who = names(lines, when)
    said = [list(attributions(line, row)) for line, row in zip(lines, who, strict=True)]
    found = [fact for row in (*when, *who, *said) for fact in row]
    for line, taken in zip(lines, when, strict=True):
        found.extend(quantities(line, taken))
        found.extend(standings(line))
    spoken = [fact for row in said for fact in row]
    named = [fact for row in who for fact in row if fact.type is FactType.NAME]
    found.extend(quotations(text, told, lines, spoken, named))
    return tuple(sorted(found, key=lambda fact: (fact.span.start, fact.span.end, fact.type)))
