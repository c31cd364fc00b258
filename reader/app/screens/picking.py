"""Choosing any two articles to set side by side."""

from __future__ import annotations

from rich.text import Text

from reader.app.screens.choice import ChoiceScreen
from reader.app.screens.room import Room
from reader.app.widgets.articles import outlet, title


def pick_pair(room: Room, first: int | None = None) -> None:
    """Ask for two articles, or for one to set beside `first`, and show them as a pair."""
    session, inks = room.session, room.reader.ink
    articles = session.story.articles if session.story else ()
    others = [number for number in range(len(articles)) if number != first]
    if len(articles) < 2:
        room.say("there is nothing to compare")
        return
    options = []
    for number in others:
        share = None if first is None else session.overlap(first, number)
        told = "" if share is None else f"   tells {share:.0%} of it"
        name = (f"{number + 1} {outlet(articles[number])}", inks.strong)
        options.append(Text.assemble(name, f"  {title(articles[number])}", (told, inks.muted)))

    def chosen(place: int | None) -> None:
        if place is not None and first is None:
            pick_pair(room, others[place])
        elif place is not None and first is not None:
            room.reader.open_pair(first, others[place])

    beside = "" if first is None else f"{outlet(articles[first])} beside "
    room.app.push_screen(ChoiceScreen(f"compare {beside}…", options, 0, chosen))
