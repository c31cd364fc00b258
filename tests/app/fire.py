"""Three reports of one fire, linked by hand, for tests of the screens on a whole story."""

from __future__ import annotations

from dataclasses import replace

from reader.language import read
from reader.model import Reading, Reason, Span
from tests.app.made import story_steps
from tests.builders import link, reading

AP = (
    "Fire kills 14",
    "The fire killed 14 people on Tuesday.",
    "“We will rebuild this town, whatever it takes,” Mayor Ann Lee said.",
    "More than 30 homes burned.",
)
REUTERS = (
    "Fire toll rises",
    "The fire killed 16 people on Tuesday.",
    "“We will rebuild this city, whatever it takes,” Ann Lee said.",
)
LOCAL = (
    "The fire killed 14 people on Tuesday, police said.",
    "“We will rebuild this town,” Ann Lee said.",
    "A dog was saved.",
)
AP_FLOOD = (
    "The flood hurt 40 people on Friday.",
    "“Nobody had warned the village of the water,” Fire Chief Bob Ray said.",
)
REUTERS_FLOOD = (
    "The flood hurt 50 people on Friday.",
    "“Nobody had warned the village of the flood,” Bob Ray said.",
)


def report(sentences: tuple[str, ...], outlet: str, **details) -> Reading:
    return read(reading(sentences, outlet, path=f"{outlet.lower()}.txt", **details).article)


def _span(of: Reading, words: str) -> Span:
    start = of.article.text.index(words)
    return Span(start, start + len(words))


def fire_steps(count: int = 3):
    """The work that finds the first `count` of the reports and their links."""
    readings, links = _fire(AP, REUTERS)
    kept = {pair: of for pair, of in links.items() if max(pair) < count}
    return story_steps(readings[:count], kept)


def flood_steps():
    """The same reports, of which two tell of a flood as well, in other figures and words."""
    readings, links = _fire((*AP, *AP_FLOOD), (*REUTERS, *REUTERS_FLOOD))
    ap, reuters, _ = readings
    hurt = _differ(ap, "40 people", reuters, "50 people")
    a, b = len(AP), len(REUTERS)
    links[0, 1] += [link(a, b, "!", 0.9, hurt), link(a + 1, b + 1, "=", 0.9)]
    return story_steps(readings, links)


def _fire(ap_told: tuple[str, ...], reuters_told: tuple[str, ...]):
    """The readings of the three reports, and the links of what they tell of the fire."""
    ap, reuters, local = (
        report(ap_told, "AP", headline=AP[0]),
        report(reuters_told, "Reuters", headline=REUTERS[0], credit="AP contributed"),
        report(LOCAL, "The Local Herald", credit="AP"),
    )
    place = Reason("place", _span(ap, "town"), _span(reuters, "city"), "town / city", 0.12)
    links = {
        (0, 1): [
            link(1, 1, "!", 0.9, _differ(ap, "14 people", reuters, "16 people")),
            replace(link(2, 2, "=", 0.9), doubts=(place,)),
        ],
        (0, 2): [link(1, 0, "=", 0.95), link(2, 1, "=", 0.9)],
        (1, 2): [
            link(1, 0, "!", 0.9, _differ(reuters, "16 people", local, "14 people")),
            link(2, 1, "=", 0.8),
        ],
    }
    return [ap, reuters, local], links


def _differ(a: Reading, x: str, b: Reading, y: str) -> Reason:
    return Reason("number", _span(a, x), _span(b, y), f"people: {x[:2]} / {y[:2]}")


def many(count: int):
    """The work that finds `count` reports that all tell the same."""
    readings = [
        report((*AP[1:2], f"Only number {k} has this."), f"Outlet {k}") for k in range(count)
    ]
    pairs = {(a, b): [link(0, 0)] for b in range(count) for a in range(b)}
    return story_steps(readings, pairs)
