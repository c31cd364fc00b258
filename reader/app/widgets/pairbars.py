"""The lines above and below the reading panes: whose articles they are, and what links them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.style import Style
from rich.text import Text

from reader.app.explain import Subject, brief, full, note_line
from reader.app.flow import WIDE, Layout
from reader.app.session import Session
from reader.app.widgets.articles import date, title
from reader.app.widgets.bars import spread
from reader.app.widgets.board import Board, ink
from reader.app.widgets.pane import PairPane
from reader.model import DOUBT, SIGN, Article, Comparison, Mark, Note
from reader.render.called import outlet
from reader.render.passages import sign
from reader.render.text import MEANING

_BRIEF = 4
"""The lines of the foot, unless all is asked for."""
_SPARED = 8
"""The lines of the screen that the foot leaves to the rest whatever is asked for."""
_ORDER = (Mark.SHARED, Mark.FRAMING, Mark.CONFLICT, Mark.UNIQUE)


def names(a: Article, b: Article) -> tuple[str, str]:
    """What the two articles are called: by their outlets, unless that is the same."""
    left, right = outlet(a), outlet(b)
    return (left, right) if left != right else (f"{left} (A)", f"{right} (B)")


class PairHead(Board):
    """The story, how many links there are of each kind, and the two articles."""

    DEFAULT_CSS = "PairHead { height: 3; }"

    def __init__(self, pane: PairPane, session: Session) -> None:
        super().__init__()
        self._pane = pane
        self._session = session
        self.articles: tuple[Article, Article] | None = None
        self._counted: tuple[Comparison, Sequence[str]] | None = None

    def draw(self, width: int) -> Sequence[Text]:
        """One line for the story, then the articles, above their columns or one a line."""
        inks, comparison = ink(self), self._pane.comparison
        story, under_way = self._session.story, self._session.under_way
        left = Text.assemble(("  Reader", inks.strong))
        left.append(f"   {story.name}" if story else "", inks.accent)
        if under_way:
            left.append(f"   {under_way}", inks.muted)
        counts = (
            self._counts(comparison, width) if comparison else Text("comparing …  ", inks.muted)
        )
        lines = [spread(left, counts, width)]
        if self.articles is None:
            return lines
        if self._pane.layout_used is Layout.SIDE:
            column = self._pane.column
            left, right = self._article(0, column), self._article(1, width - column - 1)
            return [*lines, Text.assemble(left, " ", right)]
        return [*lines, self._article(0, width), self._article(1, width)]

    def _article(self, side: int, width: int) -> Text:
        assert self.articles is not None
        inks, article = ink(self), self.articles[side]
        active = self._pane.cursor is not None and self._pane.cursor.side == side
        letter = "" if self._pane.layout_used is Layout.SIDE else f"{'AB'[side]}  "
        head = Text.assemble(
            ("▌" if active else " ", inks.accent), (f" {letter}", inks.muted),
            (names(*self.articles)[side], inks.strong), f"  {title(article)}",
        )  # fmt: skip
        return spread(head, Text(f"{date(article)}  ", inks.muted), width)

    def _numbers(self, comparison: Comparison) -> Sequence[str]:
        # Counted once a comparison: the head is drawn anew wherever the cursor goes.
        if self._counted is None or self._counted[0] is not comparison:
            self._counted = (comparison, _numbers(comparison))
        return self._counted[1]

    def _counts(self, comparison: Comparison, width: int) -> Text:
        inks, line = ink(self), Text()
        for mark, number in zip(_ORDER, self._numbers(comparison), strict=True):
            meaning = f" {MEANING[mark]}" if width >= WIDE else ""
            line.append(f"{SIGN[mark]} ", inks.sign[mark])
            line.append(f"{number}{meaning}   ", inks.muted)
        if self._pane.doubting:
            line.append(f"{DOUBT} ", inks.sign[Mark.CONFLICT])
            line.append(f"{sum(link.doubtful for link in comparison.links)}", inks.muted)
            line.append(" in doubt   " if width >= WIDE else "   ", inks.muted)
        return line


class PairFoot(Board):
    """What is to be said of the sentence under the cursor; all of it when `full`."""

    DEFAULT_CSS = f"PairFoot {{ height: {_BRIEF}; }}"

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.unseen = False
        self.subject: Subject | None = None
        self.notes: Sequence[tuple[Note, str]] = ()

    def show(
        self, subject: Subject | None, notes: Sequence[tuple[Note, str]], *, unseen: bool
    ) -> None:
        """Explain `subject`; `unseen` when its partner is not on the screen.

        With each of its notes comes how the passage was reworded since, or "".
        """
        self.subject, self.notes, self.unseen = subject, notes, unseen
        self.fit()

    def fit(self) -> None:
        """Take a few lines, or as many as the full why needs and the pane can spare."""
        lines = len(self.draw(self.size.width)) + 1 if self.full and self.size.width else _BRIEF
        self.styles.height = max(_BRIEF, min(lines, self._most))
        self.refresh()

    @property
    def _most(self) -> int:
        """The lines that the full why may take."""
        return max(_BRIEF, self.app.size.height - _SPARED)

    def draw(self, width: int) -> Sequence[Text]:
        """The link, its reasons, the partner's words; then the notes."""
        if self.subject is None:
            return []
        inks, console = ink(self), self.app.console
        if self.full:
            said = full(self.subject, inks)
        else:
            said = brief(self.subject, inks, unseen=self.unseen)
        notes = [note_line(note, inks, reworded) for note, reworded in self.notes]
        wrapped = [
            line for text in said for line in text.wrap(console, max(2, width - 4)) or [text]
        ]
        most = max(1, (self._most if self.full else self.size.height) - len(notes))
        if self.full and len(wrapped) > most:
            rest = f"{len(wrapped) - most + 1} more lines, which a higher window shows"
            wrapped[most - 1 :] = [Text(rest, inks.muted)]
        return [Text.assemble("  ", line) for line in [*wrapped[:most], *notes]]

    def ground(self) -> Style:
        """Lighter ground than the text it explains."""
        return ink(self).ground + ink(self).lit


def _numbers(comparison: Comparison) -> tuple[str, ...]:
    """How many links there are of each kind, and sentences of each side without one."""
    kinds = Counter(link.kind for link in comparison.links)
    only = (
        sum(sign(side, index) == SIGN[Mark.UNIQUE] for index in range(len(side.marks)))
        for side in (comparison.a, comparison.b)
    )
    return (*(str(kinds[mark]) for mark in _ORDER[:-1]), " / ".join(map(str, only)))
