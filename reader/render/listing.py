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


def articles(story: Story, comparisons: Comparisons) -> Group:
    """Tabulate the articles, each with its number, for a rich console."""
    return table(tables.articles(story, comparisons))


def overlap(story: Story, comparisons: Comparisons) -> Group:
    """Tabulate how much of the article of each line the others tell too."""
    return table(tables.told_by(story, comparisons))


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
