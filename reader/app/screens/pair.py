"""Two articles side by side, with the foot that explains the link under the cursor."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult

from reader.app.commands import PAIR
from reader.app.explain import Subject, brief
from reader.app.flow import WIDE, Layout
from reader.app.screens.reading import Reading
from reader.app.screens.room import bindings
from reader.app.travel import Place
from reader.app.widgets.articles import date, outlet, title
from reader.app.widgets.bars import Hints, Panel, spread
from reader.app.widgets.board import ink
from reader.app.widgets.pane import PairPane
from reader.model import SIGN, Comparison, Mark, Side
from reader.render.passages import sign
from reader.render.text import MEANING


class PairScreen(Reading):
    """The pair of articles `a` and `b` of the story."""

    ROOM = PAIR
    BINDINGS = bindings(PAIR)

    def __init__(self, a: int, b: int, cursor: Place | None = None) -> None:
        super().__init__()
        self.pair = (a, b)
        self._wanted = cursor

    def compose(self) -> ComposeResult:
        """A head for both articles, the panes, the foot, the hints."""
        self.head = Panel(self._head, 3)
        self.pane = PairPane(self.reader.ink)
        self.foot = Panel(self._foot, 4, lit=True)
        yield self.head
        yield self.pane
        yield self.foot
        yield Hints(self.reader.commands_on(PAIR))

    def on_mount(self) -> None:
        """Show the pair if it is at hand, or ask for it."""
        self.show(*self.pair, self._wanted)

    def show(self, a: int, b: int, cursor: Place | None = None) -> None:
        """Show the pair `a`, `b`; until it has been compared the panes are empty."""
        self.pair, self._wanted = (a, b), cursor
        if comparison := self.session.comparison(a, b):
            self.pane.show(comparison, cursor)
        else:
            self.reader.compare(a, b)
        self.repaint()

    def advanced(self) -> None:
        """Show the comparison when it comes."""
        if self.pane.comparison is None and self.session.comparison(*self.pair):
            self.show(*self.pair, self._wanted)
        self.head.refresh()

    def repaint(self) -> None:
        """Draw everything anew, in the present colours."""
        self.pane.paint(self.reader.ink)
        super().repaint()

    # What is written around the panes ---------------------------------------------------------

    @property
    def names(self) -> tuple[str, str]:
        """What the two outlets are called."""
        articles = self.session.story.articles if self.session.story else ()
        a, b = (outlet(articles[number]) for number in self.pair)
        return (a, b) if a != b else (f"{a} (left)", f"{b} (right)")

    def _head(self, width: int) -> list[Text]:
        inks, story = ink(self), self.session.story
        if story is None:
            return []
        comparison = self.pane.comparison
        left = Text.assemble(("  Reader", inks.strong), (f"   {story.name}", inks.accent))
        wait = Text("comparing …  ", inks.muted)
        counts = self._counts(comparison, width) if comparison else wait
        lines = [spread(left, counts, width)]
        wide = self.pane.layout_used is Layout.SIDE
        column = (width - 3) // 2 if wide else width
        heads = []
        for side, number in enumerate(self.pair):
            article = story.articles[number]
            active = self.pane.cursor is not None and self.pane.cursor.side == side
            letter = "" if wide else f"{'AB'[side]}  "
            head = Text.assemble(
                ("▌ " if active else "  ", inks.accent), (letter, inks.muted),
                (self.names[side], inks.strong), f"  {title(article)}",
            )  # fmt: skip
            heads.append(spread(head, Text(f"{date(article)}  ", inks.muted), column))
        return [*lines, Text.assemble(heads[0], " ", heads[1])] if wide else [*lines, *heads]

    def _counts(self, comparison: Comparison, width: int) -> Text:
        inks = ink(self)
        kinds = [link.kind for link in comparison.links]
        only = [_only(side) for side in (comparison.a, comparison.b)]
        line = Text()
        for mark in (Mark.SHARED, Mark.FRAMING, Mark.CONFLICT, Mark.UNIQUE):
            number = f"{only[0]} / {only[1]}" if mark is Mark.UNIQUE else kinds.count(mark)
            meaning = f" {MEANING[mark]}" if width >= WIDE else ""
            line.append(f"{SIGN[mark]} ", inks.sign[mark])
            line.append(f"{number}{meaning}   ", inks.muted)
        return line

    def _foot(self, width: int) -> list[Text]:
        place, comparison = self.pane.cursor, self.pane.comparison
        if place is None or comparison is None:
            return []
        subject = Subject(comparison, place, tuple(self.pane.links(place)), self.names)
        unseen = bool(subject.links) and not self.pane.sees(subject.partner(subject.links[0]))
        console, lines = self.app.console, []
        for text in brief(subject, self.reader.ink, unseen=unseen):
            lines += [Text.assemble("  ", line) for line in text.wrap(console, max(2, width - 4))]
        return lines

    def on_pair_pane_moved(self) -> None:
        """Explain the sentence under the cursor."""
        self.head.refresh()
        self.foot.refresh()


def _only(side: Side) -> int:
    return sum(sign(side, index) == SIGN[Mark.UNIQUE] for index in range(len(side.marks)))
