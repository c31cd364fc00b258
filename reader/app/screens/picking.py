"""Choosing what to set side by side: any two articles, or a place where words stand."""

from __future__ import annotations

from rich.text import Text

from reader.app.find import find_in, missing, pattern
from reader.app.screens.choice import ChoiceScreen
from reader.app.screens.room import Room
from reader.app.travel import Place
from reader.app.widgets.articles import title
from reader.render.called import outlet
from reader.render.wrap import one_line


def pick_pair(room: Room, first: int | None = None) -> None:
    """Ask for two articles, or for one to set beside `first`, and show them as a pair."""
    session, inks = room.session, room.reader.ink
    articles = session.story.articles if session.story else ()
    others = [number for number in range(len(articles)) if number != first]
    if len(articles) < 2:
        room.say("there is nothing to compare")
        return
    options, digits = [], len(str(len(articles)))
    for number in others:
        share = None if first is None else session.overlap(first, number)
        told = "" if share is None else f"   tells {share:.0%} of it"
        name = (f"{number + 1:>{digits}} {outlet(articles[number])}", inks.strong)
        options.append(Text.assemble(name, f"  {title(articles[number])}", (told, inks.muted)))

    def chosen(place: int | None) -> None:
        if place is not None and first is None:
            pick_pair(room, others[place])
        elif place is not None and first is not None:
            room.reader.open_pair(first, others[place])

    beside = "" if first is None else f"{outlet(articles[first])} beside "
    room.app.push_screen(ChoiceScreen(f"compare {beside}…", options, 0, chosen))


def pick_place(room: Room, query: str) -> None:
    """Show every sentence of the story that has `query`, and open a pair on the one chosen."""
    session, inks = room.session, room.reader.ink
    found = [
        (number, sentence, reading)
        for number, reading in enumerate(session.readings)
        for sentence in find_in(reading, query)
    ]
    if not found:
        read = bool(session.readings)
        room.say(missing(query, "any report") if read else "the articles are still being read")
        return
    options = [
        Text.assemble(
            (f"{outlet(reading.article)} {sentence + 1}  ", inks.strong),
            one_line(reading.text(sentence)),
        )
        for _, sentence, reading in found
    ]
    for option in options:
        option.highlight_regex(pattern(query), inks.match)

    def chosen(place: int | None) -> None:
        if place is None:
            return
        article, sentence, _ = found[place]
        pair = session.most_contested(article)
        if pair is None:
            room.say("there is nothing to compare it with")
        else:
            room.reader.open_pair(*pair, Place(0, sentence), query)

    articles = len({number for number, _, _ in found})
    noun = "sentence" if len(found) == 1 else "sentences"
    title = f"{len(found)} {noun} in {articles} of {len(session.readings)} articles"
    room.app.push_screen(ChoiceScreen(title, options, 0, chosen))
