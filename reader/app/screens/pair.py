"""Two articles side by side, with the foot that explains the link under the cursor."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from reader.app.bindings import bindings
from reader.app.commands import PAIR
from reader.app.explain import Subject
from reader.app.keys import shown
from reader.app.screens.annotating import Annotating
from reader.app.screens.correcting import Correcting
from reader.app.screens.picking import pick_pair
from reader.app.screens.reading import Reading
from reader.app.travel import Place
from reader.app.widgets.bars import Hints
from reader.app.widgets.elsewhere import Echo, Echoes, Elsewhere
from reader.app.widgets.overview import Overview
from reader.app.widgets.pairbars import PairFoot, PairHead, names
from reader.app.widgets.pane import PairPane
from reader.render.called import called
from reader.render.wrap import one_line


class PairScreen(Reading, Annotating, Correcting):
    """The pair of articles `a` and `b` of the story."""

    ROOM = PAIR
    BINDINGS = bindings(PAIR)

    def __init__(self, a: int, b: int, cursor: Place | None = None, query: str = "") -> None:
        super().__init__()
        self.pair = (a, b)
        self._wanted = cursor
        self._query = query

    def compose(self) -> ComposeResult:
        """A head for both articles, the panes, the foot, the hints."""
        self.pane = PairPane(self.reader.ink)
        self.head = PairHead(self.pane, self.session)
        self.elsewhere = Elsewhere()
        self.foot = PairFoot()
        yield self.head
        self.overview = Overview(self.pane)
        with Horizontal(id="panes"):
            yield self.pane
            yield self.overview
        yield self.elsewhere
        yield self.foot
        yield Hints(self.reader.commands_on(PAIR))

    def on_mount(self) -> None:
        """Show the pair if it is at hand, or ask for it."""
        self.show(*self.pair, self._wanted, self._query)

    def show(self, a: int, b: int, cursor: Place | None = None, query: str = "") -> None:
        """Show the pair `a`, `b`; until it has been compared the panes are empty."""
        self.pair, self._wanted, self._query = (a, b), cursor, query
        self.reader.compare(a, b)
        self.pane.clear()
        self.advanced()

    @property
    def awaiting(self) -> bool:
        """Whether the pair is being compared, which takes a moment once all reports are read."""
        return self.pane.comparison is None and self.session.compare is not None

    def advanced(self) -> None:
        """Show the comparison when it comes, and the notes as they are."""
        a, b = self.pair
        comparison, story = self.session.comparison(a, b), self.session.story
        if story:
            self.head.articles = (story.articles[a], story.articles[b])
        if comparison and self.pane.comparison is None:
            self.pane.show(comparison, self._wanted)
            self.look_for(self._query)
        elif comparison and comparison is not self.pane.comparison:
            self.pane.update(comparison)
        notebook = self.session.notebook
        if notebook and self.pane.comparison:
            left, right = (frozenset(notebook.on(article)) for article in self.pair)
            self.pane.note((left, right))
        self.on_sheet_moved()

    def repaint(self) -> None:
        """Draw everything anew, in the present colours."""
        self.pane.paint(self.reader.ink)
        super().repaint()

    def on_sheet_moved(self) -> None:
        """Explain the sentence under the cursor."""
        place, comparison = self.pane.cursor, self.pane.comparison
        subject = None
        if place and comparison and self.head.articles:
            links, ends = tuple(self.pane.links(place)), names(*self.head.articles)
            subject = Subject(comparison, place, links, ends)
        unseen = bool(
            subject and subject.links and not self.pane.sees(subject.partner(subject.links[0]))
        )
        self.elsewhere.show(self._echoes(place) if place and self.elsewhere.open else None)
        self.overview.refresh()
        notes = zip(self.notes_here(), self.reworded_here(), strict=True)
        self.foot.show(subject, tuple(notes), unseen=unseen)
        self.head.refresh()

    def on_overview_left(self) -> None:
        """Show the keys of the screen again, unless there is something to type in."""
        if not self.query(".entry"):
            self.query_one(Hints).show_keys(())

    def _echoes(self, place: Place) -> Echoes | None:
        """What the story's further articles say of the sentence."""
        readings, article = self.session.readings, self.pair[place.side]
        if not readings:
            return None
        outlets = called([reading.article for reading in readings])
        further = [number for number in range(len(readings)) if number not in self.pair]
        links = dict(self.session.elsewhere(article, place.sentence))
        found = tuple(
            Echo(outlets[number], link, one_line(readings[number].text(link.b)).strip())
            for number in further
            if (link := links.get(number))
        )
        silent = tuple(outlets[number] for number in further if number not in links)
        return Echoes(f"{outlets[article]} {place.sentence + 1}", found, silent)

    # Commands ---------------------------------------------------------------------------------

    def action_why(self) -> None:
        """Show every link and reason of the sentence, or the few lines again."""
        self.foot.full = not self.foot.full
        self.on_sheet_moved()

    def action_elsewhere(self) -> None:
        """Show what every further article says of the sentence, or no longer."""
        self.elsewhere.open = not self.elsewhere.open
        self.on_sheet_moved()

    def action_overview(self) -> None:
        """Go about by the strip at the edge."""
        keys = {command.name: shown(command.keys[0]) for command in self.reader.commands}
        self.overview.begin()
        self.query_one(Hints).show_keys(
            (
                f"{keys['down']} {keys['up']} part by part",
                f"{keys['top']} {keys['bottom']} ends",
                f"{keys['open']} stay",
                f"{keys['back']} back to where it began",
            )
        )

    def action_pick(self) -> None:
        """Choose two articles."""
        pick_pair(self)

    def action_swap(self) -> None:
        """Exchange left and right; the cursor stays on its sentence."""
        place, (a, b) = self.pane.cursor, self.pair
        self.show(b, a, Place(place.other, place.sentence) if place else None, self._query)
