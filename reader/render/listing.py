"""The articles of a story and their overlap as tables for the terminal, through rich."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from reader.model import Story
from reader.render import tables
from reader.render.shares import Comparisons

_PROSE = ("outlet", "headline")


def articles(story: Story, comparisons: Comparisons) -> Group:
    """Tabulate the articles, each with its number, for a rich console."""
    return _tabulated(tables.articles(story, comparisons))


def overlap(story: Story, comparisons: Comparisons) -> Group:
    """Tabulate how much of the article of each line the others tell too."""
    return _tabulated(tables.told_by(story, comparisons))


def _tabulated(table: tables.Table) -> Group:
    """Return the table in rich's form, its cells as plain text."""
    shown = Table(box=SIMPLE_HEAD, show_edge=False)
    for head in table.heads:
        prose = head in _PROSE
        shown.add_column(Text(head), justify="left" if prose else "right", overflow="fold")
    for line in table.lines:
        shown.add_row(*map(Text, line))
    return Group(Text(table.title, "bold"), shown)
