"""What the foot of a pair says of the sentence under the cursor, and the full why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from reader.app.ink import NOTED, Ink
from reader.app.travel import Place
from reader.model import DOUBT, SIGN, Comparison, Link, Mark, Note, Reason, Side
from reader.render.text import MEANING
from reader.render.wrap import one_line

_FAR = 0.05  # a score under which the nearest sentence is as far as any


@dataclass(frozen=True, slots=True)
class Subject:
    """The sentence to explain, its links with the best first, and what the outlets are called."""

    comparison: Comparison
    place: Place
    links: tuple[Link, ...]
    names: tuple[str, str]

    @property
    def side(self) -> Side:
        """The side of the sentence."""
        return (self.comparison.a, self.comparison.b)[self.place.side]

    def name(self, place: Place) -> str:
        """A sentence as the foot calls it: "AP 12"."""
        return f"{self.names[place.side]} {place.sentence + 1}"

    def text(self, place: Place) -> str:
        """The words of a sentence of either side."""
        side = (self.comparison.a, self.comparison.b)[place.side]
        return one_line(side.reading.text(place.sentence)).strip()

    def partner(self, link: Link) -> Place:
        """The other end of one of the links."""
        return Place(self.place.other, link.a if self.place.side else link.b)


def brief(subject: Subject, ink: Ink, *, unseen: bool) -> list[Text]:
    """The link in a line or two: kind, score, reasons; the partner's words where `unseen`."""
    sentence = subject.side.reading.sentences[subject.place.sentence]
    here = subject.name(subject.place)
    if sentence.furniture:
        return [
            Text.assemble(
                (here, ink.strong), ("   not compared: not part of the report", ink.muted)
            )
        ]
    if sentence.repeats is not None:
        again = subject.name(Place(subject.place.side, sentence.repeats))
        return [Text.assemble((here, ink.strong), (f"   not compared: repeats {again}", ink.muted))]
    own = list(_itself(subject, ink))
    if not subject.links:
        return [*_alone(subject, ink), *own]
    best, *more = subject.links
    line = Text.assemble(*_kind(best, ink), _ends(subject, best, ink))
    if more:
        outlet = subject.names[subject.place.other]
        others = ", ".join(str(subject.partner(link).sentence + 1) for link in more)
        line.append(f"   also {outlet} {others}", ink.muted)
    lines = [line, _reasons(best, ink)]
    for link in more:
        if link.doubtful:
            end = (subject.name(subject.partner(link)), ink.strong)
            lines.append(Text.assemble(end, "   ", _doubts(link, ink)))
    lines += own
    if unseen:
        lines.append(_quote(subject, subject.partner(best), ink))
    return lines


def full(subject: Subject, ink: Ink) -> list[Text]:
    """Every link of the sentence with all reasons and both texts."""
    lines = [_quote(subject, subject.place, ink)]
    for link in subject.links:
        ends = _ends(subject, link, ink)
        lines.append(Text.assemble(*_kind(link, ink), ends, "   ", _reasons(link, ink)))
        lines.append(_quote(subject, subject.partner(link), ink))
    if not subject.links:
        return lines + brief(subject, ink, unseen=True)
    return lines + list(_itself(subject, ink))


def note_line(note: Note, ink: Ink, reworded: str = "") -> Text:
    """A note in one line: its sign, status, tags, how its passage was reworded, its words."""
    line = Text.assemble((NOTED, ink.note), (f"{note.status}  ", ink.muted))
    if note.tags:
        line.append("".join(f"#{tag} " for tag in note.tags) + " ", ink.accent)
    if reworded:
        line.append(f"({reworded}) ", ink.accent)
    return line.append(one_line(note.text))


def _alone(subject: Subject, ink: Ink) -> Iterator[Text]:
    outlet = subject.names[subject.place.side]
    line = Text.assemble(
        (f"{SIGN[Mark.UNIQUE]} only here", ink.sign[Mark.UNIQUE]),
        (f"   {subject.name(subject.place)}", ink.strong),
    )
    nearest = subject.side.nearest[subject.place.sentence]
    if nearest is None or nearest.score < _FAR:
        yield Text.assemble(line, (f"   nothing near it but in {outlet}", ink.muted))
        return
    place = Place(subject.place.other, nearest.index)
    yield Text.assemble(
        line, (f"   nearest {subject.name(place)}, {_score(nearest.score)}", ink.muted)
    )
    yield _quote(subject, place, ink)


def _kind(link: Link, ink: Ink) -> Iterator[Text]:
    yield Text(f"{SIGN[link.kind]} {MEANING[link.kind]}", ink.sign[link.kind])
    yield Text("   by you" if link.by_reporter else f"   {_score(link.score)}", ink.muted)


def _ends(subject: Subject, link: Link, ink: Ink) -> Text:
    left, right = subject.name(Place(0, link.a)), subject.name(Place(1, link.b))
    return Text.assemble("   ", (left, ink.strong), (" – ", ink.muted), (right, ink.strong))


def _reasons(link: Link, ink: Ink) -> Text:
    """Why, and behind a "?" what may differ besides."""
    sure = [_reason(reason, ink) for reason in link.reasons]
    return Text("   ").join([*sure, _doubts(link, ink)] if link.doubts else sure)


def _doubts(link: Link, ink: Ink) -> Text:
    sign = (f"{DOUBT} ", ink.sign[Mark.CONFLICT])
    return Text("   ").join(
        Text.assemble(sign, _reason(doubt, ink), (f" {_score(doubt.confidence)}", ink.muted))
        for doubt in link.doubts
    )


def _reason(reason: Reason, ink: Ink) -> Text:
    head, colon, values = one_line(reason.said).partition(": ")
    return Text.assemble((head + colon, ink.muted), values) if colon else Text(head)


def _itself(subject: Subject, ink: Ink) -> Iterator[Text]:
    """Where the report contradicts the sentence itself."""
    for link in subject.side.contradictions:
        if subject.place.sentence in (link.a, link.b):
            ends = " – ".join(subject.name(Place(subject.place.side, k)) for k in (link.a, link.b))
            sign = (f"{SIGN[link.kind]} contradicts itself", ink.sign[link.kind])
            yield Text.assemble(sign, (f"   {ends}   ", ink.strong), _reasons(link, ink))


def _quote(subject: Subject, place: Place, ink: Ink) -> Text:
    return Text.assemble((f"{subject.name(place)}  ", ink.muted), subject.text(place))


def _score(score: float) -> str:
    return f"{score:.2f}"
