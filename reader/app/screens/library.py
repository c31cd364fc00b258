"""The first screen: the articles of the story, and how much they overlap."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult

from reader.app.commands import LIBRARY
from reader.app.screens.picking import pick_pair, pick_place
from reader.app.screens.room import ListRoom, bindings
from reader.app.widgets.articles import ArticleTable, date, outlet, title
from reader.app.widgets.bars import Hints, Panel, spread
from reader.app.widgets.board import Roll, ink
from reader.app.widgets.card import LINES, card
from reader.app.widgets.grid import Grid
from reader.model import Mark

_AROUND = 6
"""The lines of the screen that are neither table nor grid."""


class LibraryScreen(ListRoom):
    """The articles in a table; what is compared in the background comes in as it is done."""

    ROOM = LIBRARY
    BINDINGS = bindings(LIBRARY)

    def __init__(self) -> None:
        super().__init__()
        self._eager = False

    def compose(self) -> ComposeResult:
        """A head, the table, the grid, what is known of the article, the hints."""
        self.table = ArticleTable(self.session)
        self.grid = Grid(self.session)
        yield Panel(self._head, 3)
        yield self.table
        yield self.grid
        self.welcome = Panel(self._welcome, "1fr")
        yield self.welcome
        self.trouble = Panel(self._trouble, 0)
        yield self.trouble
        yield Panel(self._foot, 2, lit=True)
        yield Hints(self.reader.commands_on(LIBRARY))

    @property
    def roll(self) -> Roll:
        """The table."""
        return self.table

    def on_resize(self) -> None:
        """Give the grid what the table leaves."""
        self.refresh_all()

    def on_mount(self) -> None:
        """Show what is known already."""
        self.refresh_all()

    def advanced(self) -> None:
        """Show what has been found out, and open the pair that was asked for too early."""
        self.refresh_all()
        if self._eager and self.is_current and self.session.most_contested(self.table.article):
            self.action_open()

    def refresh_all(self) -> None:
        """Draw the table, the grid and the lines around them anew."""
        self.table.show()
        self.grid.article = self.table.article
        faults = min(len(self._faults), self.size.height // 3)
        self.trouble.styles.height = faults
        room = self.size.height - _AROUND - faults
        self.grid.styles.height = grid = self.grid.wants(room - self.table.count)
        self.table.styles.height = min(self.table.count, room - grid)
        self.repaint()

    def _head(self, width: int) -> list[Text]:
        inks, story = ink(self), self.session.story
        name = story.name if story else "…"
        left = Text.assemble(("  Reader", inks.strong), ("   " + name, inks.accent))
        count = len(story.articles) if story else 0
        noun = "article" if count == 1 else "articles"
        right = Text(f"{count} {noun}  " if story else "", inks.muted)
        if progress := self.session.progress:
            done = 10 * progress.done // max(1, progress.total)
            right = Text.assemble(
                (f"{progress.what} {progress.done} of {progress.total}  ", inks.muted),
                ("━" * done, inks.accent), ("━" * (10 - done), inks.rule), "  ",
            )  # fmt: skip
        return [spread(left, right, width), Text(), self.table.heading(width)]

    @property
    def _faults(self) -> list[str]:
        """What is wrong with the story's files, the themes, the notes: a line each."""
        story = self.session.story
        failure = [self.reader.failure] if self.reader.failure else []
        return [*failure, *(story.faults if story else ()), *self.reader.faults]

    def _trouble(self, _: int) -> list[Text]:
        style = ink(self).sign[Mark.CONFLICT]
        return [Text.assemble(("  ! ", style), fault) for fault in self._faults]

    def _welcome(self, _: int) -> list[Text]:
        """A card for who has no notes yet, at the end of the room there is."""
        notebook, height = self.session.notebook, self.welcome.size.height
        if notebook is None or notebook.notes or not self.table.count or height < LINES + 2:
            return []
        lines = card(self.reader.commands, ink(self))
        return [Text()] * (height - LINES - 1) + [Text.assemble("  ", line) for line in lines]

    def _foot(self, width: int) -> list[Text]:
        inks, number = ink(self), self.table.article
        if number is None or self.session.story is None:
            return []
        article = self.session.story.articles[number]
        facts = (outlet(article), article.byline, article.dateline, article.credit, date(article))
        known = Text("  " + "  ".join(fact for fact in facts if fact))
        where = Text(f"{article.url or article.path}  ", inks.muted)
        return [Text(f"  {title(article)}", inks.strong), spread(known, where, width)]

    def hush(self) -> None:
        """Whatever the reporter does now, it is not to wait for a pair."""
        self._eager = False
        super().hush()

    def on_roll_moved(self) -> None:
        """Show the article under the cursor."""
        self.grid.article = self.table.article
        self.repaint()

    def on_roll_opened(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the pair in which the article is most contested."""
        pair = self.session.most_contested(self.table.article)
        self._eager = pair is None
        if pair is None:
            self.say("opens as soon as the first pair has been compared")
        else:
            self.reader.open_pair(*pair)

    def action_pair(self) -> None:
        """Open the most contested pair of the story."""
        if pair := self.session.most_contested():
            self.reader.open_pair(*pair)

    def action_pick(self) -> None:
        """Choose what to compare the article with."""
        pick_pair(self, self.table.article)

    def action_search(self) -> None:
        """Find words in all articles."""
        self.ask("search all articles", "", lambda query: pick_place(self, query))

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.say(f"sorted by {self.table.sort()}")
        self.repaint()

    def action_filter(self) -> None:
        """Show only the articles that have these words in outlet or headline."""
        self.ask("filter", self.table.filter, self._filter, self._filter)

    def action_clear_filter(self) -> None:
        """Show all articles again."""
        self._filter("")

    def _filter(self, words: str) -> None:
        self.table.filter = words
        self.refresh_all()
