"""The first screen: the articles of the story, and how much they overlap."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text
from textual.app import ComposeResult

from reader.app.bindings import bindings
from reader.app.commands import LIBRARY
from reader.app.screens.picking import pick_pair, pick_place
from reader.app.screens.room import ListRoom
from reader.app.screens.shelving import Shelving
from reader.app.widgets.articles import ArticleTable, date, title
from reader.app.widgets.bars import Hints, Panel, spread
from reader.app.widgets.board import Roll, ink
from reader.app.widgets.card import LINES, card
from reader.app.widgets.grid import Grid
from reader.model import Article, Mark
from reader.render.called import outlet
from reader.render.outlets import astray
from reader.render.wrap import short

_AROUND = 6
"""The lines of the screen that are neither table nor grid."""


class LibraryScreen(ListRoom, Shelving):
    """The articles in a table; what is compared in the background comes in as it is done."""

    ROOM = LIBRARY
    BINDINGS = bindings(LIBRARY)

    def __init__(self) -> None:
        super().__init__()
        self._eager = False
        self._picked = False
        self._untouched = True

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

    def article_here(self) -> Article | None:
        """The article under the cursor."""
        number, story = self.table.article, self.session.story
        return story.articles[number] if story and number is not None else None

    def on_resize(self) -> None:
        """Give the grid what the table leaves."""
        self.refresh_all()

    def on_mount(self) -> None:
        """Show what is known already."""
        self.refresh_all()

    def advanced(self) -> None:
        """Show what has been found out, and open the pair that was asked for too early.

        Until the reporter does something, the pair that is chosen is the most contested of all.
        """
        if self._untouched and self.session.whole and (pair := self.session.most_contested()):
            self.table.select(pair[0])
        self.refresh_all()
        if self._eager and self.is_current and self.session.most_contested(self.table.article):
            self.action_open()

    def begin(self) -> None:
        """Take the pairs of another story as they come."""
        self._picked = False
        self._untouched = True

    def refresh_all(self) -> None:
        """Draw the table, the grid and the lines around them anew."""
        self.table.show()
        self._choose(self.grid.partner if self._picked else None)
        faults = min(len(self._trouble(self.size.width)), self.size.height // 3)
        self.trouble.styles.height = faults
        room = self.size.height - _AROUND - faults
        grid = self.grid.wants(max(room - self.table.count, room // 2))
        self.grid.styles.height = grid
        self.table.styles.height = min(self.table.count, room - grid)
        self.repaint()

    def _head(self, width: int) -> list[Text]:
        inks, story = ink(self), self.session.story
        name = story.name if story else "…"
        left = Text.assemble(("  Reader", inks.strong), ("   " + name, inks.accent))
        total, listed = len(self.session.words), len(self.table.numbers)
        if self.table.filter:
            left.append(f"   filter: {self.table.filter}", inks.muted)
        noun = "article" if total == 1 else "articles"
        count = f"{total}" if listed == total else f"{listed} of {total}"
        right = Text(f"{count} {noun}  " if story else "", inks.muted)
        if progress := self.session.progress:
            done = 10 * progress.done // max(1, progress.total)
            right = Text.assemble(
                (f"{self.session.under_way}  ", inks.muted),
                ("━" * done, inks.accent), ("─" * (10 - done), inks.rule), "  ",
            )  # fmt: skip
        return [spread(left, right, width), Text(), self.table.heading(width)]

    @property
    def _faults(self) -> list[str]:
        """What is wrong with the story, its files, the themes, the notes: a line each."""
        story = self.session.story
        failure = [self.reader.failure] if self.reader.failure else []
        if story is None:
            return [*failure, *self.reader.faults]
        strays = [outlet(story.articles[number]) for number in self.session.strays]
        apart = [astray(*strays)] if strays else []
        return [*failure, *story.faults, *apart, *self.reader.faults]

    def _trouble(self, width: int) -> list[Text]:
        """Every fault to its end, for that is where it says what to do."""
        style, console, lines = ink(self).sign[Mark.CONFLICT], self.app.console, []
        for fault in self._faults:
            first, *more = Text(fault).wrap(console, max(2, width - 6), overflow="fold") or [Text()]
            lines.append(Text.assemble(("  ! ", style), first))
            lines += [Text.assemble("    ", line) for line in more]
        return lines

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
        file = short(article.url or self._file(article.path), width // 2)
        where = Text(f"{file}  ", inks.muted)
        head = Text(f"  {title(article)}", inks.strong)
        return [spread(head, self._beside(number), width), spread(known, where, width)]

    def _file(self, path: str) -> str:
        """`path` as it is called in the folder of the story."""
        folder = self.session.story.folder if self.session.story else None
        inside = folder is not None and Path(path).is_relative_to(folder)
        return Path(path).name if inside else path

    def _beside(self, article: int) -> Text:
        """What the pair that is chosen has in common."""
        partner, story, inks = self.grid.partner, self.session.story, ink(self)
        if partner is None or story is None:
            return Text()
        name, share = outlet(story.articles[partner]), self.session.overlap(article, partner)
        line = Text.assemble(("beside ", inks.muted), (name, inks.strong))
        if share is not None:
            line.append(f"   tells {share:.0%} of it", inks.muted)
        figures = self.session.figures(article, partner)
        if figures and figures.conflicts:
            noun = "conflict" if figures.conflicts == 1 else "conflicts"
            line.append(f"   {figures.conflicts} {noun}", inks.sign[Mark.CONFLICT])
        return line.append("  ")

    def hush(self) -> None:
        """Whatever the reporter does now, it is not to wait for a pair."""
        self._eager = self._untouched = False
        super().hush()

    def on_click(self) -> None:
        """Leave the cursor where the mouse puts it."""
        self._untouched = False

    def on_roll_moved(self) -> None:
        """Show the article under the cursor."""
        self._choose(None)
        self.repaint()

    def on_grid_chosen(self, message: Grid.Chosen) -> None:
        """Go to the cell that was clicked; open its pair when it was chosen already."""
        chosen = (message.article, message.partner)
        if chosen == (self.grid.article, self.grid.partner):
            self.action_open()
        elif message.article in self.table.numbers:
            self.table.select(message.article)
            self.call_after_refresh(self._pick, message.partner)

    def _pick(self, partner: int) -> None:
        """Have `partner` as what the article is to stand beside."""
        self._choose(partner)
        self.repaint()

    def _choose(self, partner: int | None) -> None:
        """Choose the pair of the article with `partner`, or the most contested one it is in."""
        article = self.table.article
        self._picked = partner is not None and partner != article
        self.grid.article = article
        if self._picked:
            self.grid.partner = partner
        else:
            pair = None if article is None else self.session.most_contested(article)
            self.grid.partner = pair[1] if pair else None

    def on_roll_opened(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the pair that is chosen: unless told otherwise, the article's most contested."""
        article, partner = self.grid.article, self.grid.partner
        self._eager = partner is None
        if article is None or self.session.story is None:
            self.say("there is no article to open")
        elif len(self.session.story.articles) < 2:
            self.say("there is nothing to compare it with: add another report first")
        elif partner is None:
            self.say("opens as soon as the first pair has been compared")
        else:
            self.reader.open_pair(article, partner)

    def action_left(self) -> None:
        """Choose the article before as the one to compare with."""
        self._step(-1)

    def action_right(self) -> None:
        """Choose the next article as the one to compare with."""
        self._step(1)

    def _step(self, direction: int) -> None:
        article, count = self.table.article, len(self.session.words)
        others = [number for number in range(count) if number != article]
        if article is None or not others:
            return
        partner = self.grid.partner
        here = others.index(partner) if partner in others else -1
        self._pick(others[max(0, min(here + direction, len(others) - 1))])

    def action_pick(self) -> None:
        """Choose what to compare the article with."""
        pick_pair(self, self.table.article)

    def action_stories(self) -> None:
        """Show the stories that were opened last."""
        from reader.app.screens.stories import StoriesScreen

        self.app.push_screen(StoriesScreen())

    def action_stop(self) -> None:
        """Call off what is being added, or else what is under way in the background."""
        if self.stop_adding():
            self.say("called off: nothing was added")
        else:
            super().action_stop()

    def action_back(self) -> None:
        """Call off what is being added, or else show all articles again."""
        if self.stop_adding():
            self.say("called off: nothing was added")
        elif self.table.filter:
            self._filter("")

    def action_close(self) -> None:
        """Leave Reader: nothing lies below this screen."""
        self.action_quit()

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
