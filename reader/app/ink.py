"""The styles of the reading panes and lists: a theme's colours, put to their uses."""

from __future__ import annotations

from rich.color import Color
from rich.style import Style

from reader.app.colours import ANSI
from reader.app.themes import Theme
from reader.model import Mark

# Beside the sign and the colour, so that the words alone tell: what links to the other report is
# underlined, as links are; what only one says is plain, for most text is that.
CUE = {
    Mark.SHARED: Style(underline=True),
    Mark.FRAMING: Style(underline=True, bold=True),
    Mark.CONFLICT: Style(reverse=True, bold=True),
    Mark.UNIQUE: Style(),
}


NOTED = "* "
"""Stands before what has a note on it, in the style `note`."""


class Ink:
    """Rich styles for a theme; `ground` is the background, `lit` that of the cursor's line.

    `edge` is for what stands left of that line's words.
    `words` are for the words of a mark, `faint` for those of a link that is none too sure, `doubt`
    for those that may differ.
    """

    def __init__(self, theme: Theme) -> None:
        colours = theme.colours
        self.ground = Style(color=_color(colours.foreground), bgcolor=_color(colours.background))
        self.lit = Style(bgcolor=_color(colours.surface))
        # Where no ground of its own is to be had, the edge of the cursor's line stands out instead.
        self.edge = Style(reverse=colours.surface == colours.background)
        self.muted = self._text(colours.muted)
        self.accent = self._text(colours.accent)
        self.rule = self._text(colours.rule)
        self.note = self._text(colours.note) + Style(bold=True)
        self.strong = self._text(colours.foreground) + Style(bold=True)
        self.sign = {mark: self._text(getattr(colours, mark)) + Style(bold=True) for mark in Mark}
        self.words = {mark: Style(color=self.sign[mark].color) + CUE[mark] for mark in Mark}
        self.faint = {mark: self.muted + CUE[mark] for mark in Mark}
        self.doubt = Style(color=self.sign[Mark.CONFLICT].color, underline=True, bold=True)
        self.words[Mark.UNIQUE] = self.faint[Mark.UNIQUE] = self._text(colours.foreground)
        self.selected = self._text(colours.foreground) + Style(bgcolor=_color(colours.selection))
        self.match = self._text(colours.background) + Style(bgcolor=_color(colours.match))

    def _text(self, colour: str) -> Style:
        return Style(color=_color(colour))


def _color(name: str) -> Color:
    return Color.from_ansi(list(ANSI).index(name)) if name in ANSI else Color.parse(name)
