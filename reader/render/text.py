"""A comparison for the terminal through rich: two columns where there is room, stacked below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby, zip_longest

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from reader.model import DOUBT, SIGN, Comparison, Link, Mark, Side
from reader.render.dates import local
from reader.render.passages import of_sentences, sign
from reader.render.rows import Partner, rows
from reader.render.shares import words

WIDE = 100
"""From this many cells on, the two articles stand side by side."""

MEANING = {
    Mark.SHARED: "shared",
    Mark.FRAMING: "framing",
    Mark.CONFLICT: "conflict",
    Mark.UNIQUE: "only here",
}
COLOUR = {
    Mark.SHARED: "cyan",
    Mark.FRAMING: "magenta",
    Mark.CONFLICT: "red",
    Mark.UNIQUE: "green",
}
# Beside the sign and the colour, so that the words alone tell; what both say is the plain ground.
CUE = {
    Mark.SHARED: "not bold",
    Mark.FRAMING: "underline",
    Mark.CONFLICT: "bold reverse",
    Mark.UNIQUE: "bold",
}
_DIVIDER = " │ "
_BREAKS = re.compile("[\n\t\u2028\u2029]")


def comparison(c: Comparison, width: int) -> ComparisonText:
    """Lay `c` out in `width` cells; the console it is printed on decides about colour."""
    return ComparisonText(c, width)


@dataclass(frozen=True)
class ComparisonText:
    """A comparison in lines of at most `width` cells; nothing in it is taken for markup."""

    comparison: Comparison
    width: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines for `console`, without blanks at their ends."""
        for line in self._lines(console):
            line.rstrip()
            yield line

    def _lines(self, console: Console) -> Iterator[Text]:
        c = self.comparison
        wide = self.width >= WIDE
        width = (self.width - len(_DIVIDER)) // 2 if wide else self.width
        digits = len(str(max(len(c.a.marks), len(c.b.marks))))
        a = _Pane(console, c.a, "A", "B", width, digits)
        b = _Pane(console, c.b, "B", "A", width, digits)
        links = {number: tuple(of_one) for number, of_one in groupby(c.links, lambda link: link.a)}

        if wide:
            for left, right in zip(a.heading(), b.heading(), strict=True):
                yield from _beside(left, right, width)
        else:
            yield from chain(*a.heading(), *b.heading())
        yield Text("─┼─".join(["─" * width] * 2) if wide else "─" * width, "dim")
        for _, run in groupby(rows(c), lambda row: row.link):
            together = tuple(run)
            left = [line for row in together for line in a.sentence(row.a, row.away_a)]
            right = [line for row in together for line in b.sentence(row.b, row.away_b)]
            yield from _beside(left, right, width) if wide else left + right
            for number in (row.a for row in together if row.a is not None):
                yield from _reasons(console, links.get(number, ()), digits, self.width)
        for pane in (a, b):
            for link in pane.side.contradictions:
                edge = f"{SIGN[link.kind]} {pane.letter}{link.a + 1} {pane.letter}{link.b + 1}  "
                for reason in link.reasons:
                    said = Text(f"contradicts itself, {reason.said}")
                    yield from _hanging(console, [edge], COLOUR[link.kind], said, self.width)
        signs = [f"{SIGN[mark]} {meant}" for mark, meant in MEANING.items()]
        signs += [f"{DOUBT} may be a conflict"] if any(link.doubts for link in c.links) else []
        yield Text("   ".join(signs), "dim")


@dataclass
class _Pane:
    """One article in lines of at most `width` cells, each sentence with its number and sign."""

    console: Console
    side: Side
    letter: str
    other: str
    width: int
    digits: int

    def __post_init__(self) -> None:
        self.passages = of_sentences(self.side)

    def heading(self) -> list[list[Text]]:
        """Say, in lines each, whose report this is, how it is headed, what marks it carries."""
        article = self.side.reading.article
        signs = Counter(sign(self.side, index) for index in range(len(self.side.marks)))
        figures = [f"{words(article.text)} words"]
        figures += [f"{SIGN[mark]} {signs[SIGN[mark]]}" for mark in MEANING]
        if article.published:
            figures.insert(0, local(article.published))
        outlet = Text.assemble(f"{self.letter}  ", (article.outlet or article.path, "bold"))
        return [
            list(line.wrap(self.console, self.width, overflow="fold")) if line.plain else []
            for line in (outlet, Text(article.headline), Text("   ".join(figures), "dim"))
        ]

    def sentence(self, index: int | None, away: tuple[Partner, ...]) -> list[Text]:
        """Return the lines of sentence `index`, its partners in the gutter; none for a blank."""
        if index is None:
            return []
        gutter = [f"{self.letter}{index + 1:>{self.digits}} {sign(self.side, index)} "]
        for partner in away:
            arrow = "↓" if partner.below else "↑"
            gutter.append(f"{arrow}{self.other}{partner.index + 1}")
        taking_part = self.side.reading.sentences[index].linkable
        colour = COLOUR[self.side.marks[index]] if taking_part else "dim"
        return _hanging(self.console, gutter, colour, self._words(index), self.width)

    def _words(self, index: int) -> Text:
        sentence = self.side.reading.sentences[index]
        text = Text(_BREAKS.sub(" ", self.side.reading.text(index)))
        if not sentence.linkable:
            text.stylize("dim")
            return text
        for passage in self.passages[index]:
            start, end = (at - sentence.span.start for at in (passage.span.start, passage.span.end))
            text.stylize(f"{CUE[passage.mark]} {COLOUR[passage.mark]}", start, end)
        return text


def _reasons(console: Console, links: Iterable[Link], digits: int, width: int) -> Iterator[Text]:
    """Say of the links that differ, or may, which sentences they join, and in what."""
    for link in links:
        differing = [] if link.kind is Mark.SHARED else [(SIGN[link.kind], r) for r in link.reasons]
        for shown, reason in [*differing, *((DOUBT, doubt) for doubt in link.doubts)]:
            edge = f"{'':{digits}} {shown} A{link.a + 1} B{link.b + 1}  "
            colour = COLOUR[Mark.CONFLICT if shown == DOUBT else link.kind]
            said = Text(reason.said)
            yield from _hanging(console, [edge], colour, said, width)


def _hanging(console: Console, gutter: list[str], style: str, text: Text, width: int) -> list[Text]:
    """Wrap `text` to the right of a gutter, whose lines begin its lines."""
    edge = len(gutter[0])
    lines = text.wrap(console, width - edge, overflow="fold")
    return [
        Text.assemble((beginning.ljust(edge), style), line)
        for beginning, line in zip_longest(gutter, lines, fillvalue="")
    ]


def _beside(left: list[Text], right: list[Text], width: int) -> Iterator[Text]:
    for a, b in zip_longest(left, right, fillvalue=Text()):
        padded = a.copy()
        padded.align("left", width)
        yield Text.assemble(padded, (_DIVIDER, "dim"), b)
