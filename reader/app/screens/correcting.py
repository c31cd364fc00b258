"""The commands by which the reporter overrules the machine: join, break, re-label."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text

from reader.app.notebook import Notebook
from reader.app.screens.choice import ChoiceScreen
from reader.app.screens.noting import Noting
from reader.app.travel import Place
from reader.app.widgets.pane import PairPane
from reader.model import SIGN, Anchor, Link, Mark, Reading
from reader.render.text import MEANING
from reader.render.wrap import one_line

_KINDS = (Mark.SHARED, Mark.FRAMING, Mark.CONFLICT)


class Correcting(Noting):
    """A screen with reading panes, whose links can be corrected."""

    pane: PairPane

    def action_join(self) -> None:
        """Link the sentence to its nearest; where that is not known, to one that is chosen."""
        place, comparison = self.pane.cursor, self.pane.comparison
        if place is None or comparison is None:
            return
        if self.pane.mark(place) is None:
            self.say("this is not part of the report")
            return
        side = (comparison.a, comparison.b)[place.side]
        nearest = side.nearest[place.sentence]
        if nearest and not self.pane.links(place):
            self._say_so(place, nearest.index, Mark.SHARED)
        else:
            other = (comparison.a, comparison.b)[place.other].reading
            linked = {_partner(place, link) for link in self.pane.links(place)}
            open_ones = [
                sentence.index
                for sentence in other.sentences
                if sentence.linkable and sentence.index not in linked
            ]
            self._choose(
                "link to",
                [_numbered(other, index) for index in open_ones],
                lambda number: self._say_so(place, open_ones[number], Mark.SHARED),
            )

    def action_break(self) -> None:
        """Say that a link of the sentence is wrong."""
        self._with_link("break the link to", lambda place, to: self._say_so(place, to, None))

    def action_relabel(self) -> None:
        """Say what kind of link it is."""

        def ask(place: Place, to: int) -> None:
            kinds = [f"{SIGN[kind]} {MEANING[kind]}" for kind in _KINDS]
            (now,) = (link.kind for link in self.pane.links(place) if _partner(place, link) == to)
            self._choose(
                "it is",
                kinds,
                lambda number: self._say_so(place, to, _KINDS[number]),
                _KINDS.index(now),
            )

        self._with_link("re-label the link to", ask)

    def _with_link(self, question: str, act: Callable[[Place, int], None]) -> None:
        """Have `act` done to the link of the sentence, or to the one chosen of several."""
        place, comparison = self.pane.cursor, self.pane.comparison
        links = self.pane.links(place) if place else []
        if place is None or comparison is None or not links:
            self.say("no link here")
            return
        ends = [_partner(place, link) for link in links]
        if len(ends) == 1:
            act(place, ends[0])
            return
        other = (comparison.a, comparison.b)[place.other].reading
        lines = [_numbered(other, end) for end in ends]
        self._choose(question, lines, lambda number: act(place, ends[number]))

    def _choose(
        self, question: str, lines: Sequence[str], act: Callable[[int], None], start: int = 0
    ) -> None:
        def chosen(number: int | None) -> None:
            if number is not None:
                act(number)

        self.app.push_screen(ChoiceScreen(question, [Text(line) for line in lines], start, chosen))

    def _say_so(self, place: Place, other: int, kind: Mark | None) -> None:
        """Keep the correction, and show it."""

        def act(notebook: Notebook) -> str:
            ends = (place.sentence, other) if place.side == 0 else (other, place.sentence)
            notebook.correct(*self._anchors(*ends), kind)
            done = "link broken" if kind is None else f"linked as {MEANING[kind]}"
            return f"{done}, by you; u takes it back"

        self.change(act)

    def _anchors(self, a: int, b: int) -> tuple[Anchor, Anchor]:
        from reader.notes.anchors import anchor

        assert self.pane.comparison is not None
        left, right = self.pane.comparison.a.reading, self.pane.comparison.b.reading
        return anchor(left, left.sentences[a].span), anchor(right, right.sentences[b].span)


def _numbered(reading: Reading, index: int) -> str:
    return f"{index + 1:>3}  {one_line(reading.text(index))}"


def _partner(place: Place, link: Link) -> int:
    return link.a if place.side else link.b
