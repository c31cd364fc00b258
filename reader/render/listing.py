"""Tables for the terminal through rich: the articles of a story, their overlap, any other."""

from __future__ import annotations

from itertools import compress

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from reader.model import Story
from reader.render import tables
from reader.render.shares import Comparisons

_FIGURES = ("words", "paragraphs", "only here", "in conflict")


def listing(story: Story, comparisons: Comparisons) -> Group:
    """Tabulate the articles, each with its number, and how much of each the others tell."""
    articles, told_by = tables.articles(story, comparisons), tables.told_by(story, comparisons)
    return Group(table(articles), *(("", table(told_by)) if told_by.lines else ()))


def table(of: tables.Table) -> Group:
    """Give a table rich's form, its cells as plain text, without columns that are empty."""
    shown = Table(box=SIMPLE_HEAD, show_edge=False)
    filled = [any(cells) for cells in zip(*of.lines, strict=True)] or [True] * len(of.heads)
    for head in compress(of.heads, filled):
        number = not head or head.isdigit() or head in _FIGURES
        shown.add_column(Text(head), justify="right" if number else "left", overflow="fold")
    for line in of.lines:
        shown.add_row(*map(Text, compress(line, filled)))
    return Group(Text(of.title, "bold"), shown)
