"""The table of a story's articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import StyleType
from rich.text import Text

from reader.app.flow import WIDE
from reader.app.session import Session
from reader.app.widgets.board import Roll, ink
from reader.model import Article, Mark
from reader.render.called import outlet
from reader.render.dates import local
from reader.render.outlets import name
from reader.render.wrap import cells, fit

_LEFT = (1, 2, 3)
_HEADLINE = 2
_GAP = 2
_NAMES = ("#", "outlet", "headline", "date", "words", "only here", "conflicts", "notes")
_SHORT = ("#", "outlet", "headline", "date", "words", "only", "!", "*")


def title(article: Article) -> str:
    """The headline, or the first words where there is none."""
    return article.headline or " ".join(article.text[:200].split()) or article.path


def date(article: Article) -> str:
    """The day of publication, as far as it is known."""
    return local(article.published)[:10]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table shows of an article; None for what is not known yet."""

    number: int
    article: Article
    words: int
    only: float | None
    conflicts: int | None
    notes: int


def shown(session: Session) -> list[Shown]:
    """All articles of the story, in their order."""
    articles = session.story.articles if session.story else ()
    return [
        Shown(
            number,
            article,
            session.words[number],
            session.only_here(number),
            session.conflicts(number),
            session.notes_on(number),
        )
        for number, article in enumerate(articles)
    ]


class ArticleTable(Roll):
    """The articles that pass the filter, sorted."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.sorting = 0
        self.filter = ""
        self._rows: list[Shown] = []
        self._widths = (1, 6, 0, 0)

    @property
    def article(self) -> int | None:
        """The number of the article under the cursor."""
        return self._rows[self.cursor].number if self._rows else None

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the articles that are listed."""
        return frozenset(row.number for row in self._rows)

    def sort(self) -> str:
        """Sort by the next column; its name."""
        self.sorting = (self.sorting + 1) % len(_NAMES)
        self.show()
        return _NAMES[self.sorting].replace("#", "order")

    def select(self, article: int) -> None:
        """Put the cursor on an article."""
        for number, row in enumerate(self._rows):
            if row.number == article:
                self.go(number)

    def show(self) -> None:
        """Sort, filter and draw anew; the cursor stays on its article."""
        article = self.article
        wanted = self.filter.casefold().split()
        self._rows = [
            row for row in sorted(shown(self._session), key=self._key)
            if all(w in f"{name(row.article)} {title(row.article)}".casefold() for w in wanted)
        ]  # fmt: skip
        outlets = min(20, max([6, *(cells(outlet(row.article)) for row in self._rows)]))
        dates = 10 if any(row.article.published for row in self._rows) else 0
        self._widths = (len(str(len(self._session.words))), outlets, 0, dates)
        self.refill()
        if article is not None:
            self.select(article)

    def entries(self, width: int) -> Sequence[Sequence[Text]]:
        """One line an article."""
        inks = ink(self)
        return [
            [
                self._line(
                    width,
                    (f"{row.number + 1}", inks.muted),
                    (outlet(row.article), inks.strong),
                    (title(row.article), ""),
                    (date(row.article), inks.muted),
                    (f"{row.words:,}", ""),
                    ("–" if row.only is None else f"{row.only:.0%}", ""),
                    _count(row.conflicts, inks.sign[Mark.CONFLICT], inks.muted),
                    _count(row.notes, inks.note, inks.muted),
                )
            ]
            for row in self._rows
        ]

    def heading(self, width: int) -> Text:
        """The names of the columns, where they stand; the one sorted by stands out."""
        inks = ink(self)
        names = _NAMES if width >= WIDE else _SHORT
        styles = [inks.muted] * len(names)
        styles[self.sorting] = inks.accent
        return Text.assemble("  ", self._line(width - 4, *zip(names, styles, strict=True)))

    def _line(self, width: int, *parts: tuple[str, StyleType]) -> Text:
        """One line of the table: the headline gets what the other columns leave."""
        figures = (5, 9, 9, 5) if width + 4 >= WIDE else (5, 4, 3, 3)
        sizes = [*self._widths, *figures]
        sizes[_HEADLINE] = max(8, width - sum(sizes) - _GAP * (sum(map(bool, sizes))))
        line = Text()
        for column, ((cell, style), size) in enumerate(zip(parts, sizes, strict=True)):
            if size:
                text = fit(cell, size) if column in _LEFT else fit(cell, size).strip().rjust(size)
                line.append(" " * _GAP if column else "")
                line.append(text, style)
        return line

    def _key(self, row: Shown) -> tuple[object, ...]:
        columns: tuple[object, ...] = (
            row.number,
            name(row.article).casefold(),
            title(row.article).casefold(),
            date(row.article) or "9999",
            -row.words,
            -(row.only or 0),
            -(row.conflicts or 0),
            -row.notes,
        )
        return columns[self.sorting], row.number


def _count(number: int | None, style: StyleType, muted: StyleType) -> tuple[str, StyleType]:
    """A number that stands out, unless there is nothing to count, or nothing known."""
    if not number:
        return ("–" if number is None else "·"), muted
    return str(number), style
