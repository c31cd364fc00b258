"""What the screens on a whole story have in common: a list of things that several reports tell."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.text import Text
from textual.app import ComposeResult

from reader.app.explain import note_line
from reader.app.notebook import Notebook
from reader.app.quoting import citation
from reader.app.screens.exporting import Exporting
from reader.app.screens.noting import Noting
from reader.app.screens.room import ListRoom
from reader.app.travel import Place
from reader.app.widgets.bars import Hints, Panel, spread
from reader.app.widgets.board import ink
from reader.app.widgets.complete import word_of
from reader.model import Excerpt, Mark, Note, Relation, Synopsis, Telling
from reader.notes.card import tags_of
from reader.render.outlets import counted

_FOOT = 6
_LAST = 2
"""Lines of the foot that the last of what it has to say may take, whatever stands before it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the cursor is on: a title, and the words of each report, the one it is on first.

    `kind` is what a note on it would say of them, `lit` the words that matter inside them
    and `differing` what they set against each other, a line each; `speaker` is who is quoted.
    """

    title: str
    excerpts: tuple[Excerpt, ...]
    kind: Mark | Relation
    lit: tuple[Excerpt, ...] = ()
    differing: tuple[str, ...] = ()
    speaker: str = ""

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """The sentences the words stand in, each once."""
        return tuple(dict.fromkeys(excerpt.telling for excerpt in self.excerpts))


class StoryRoom(ListRoom, Noting, Exporting):
    """A screen on a whole story; it asks for the story to be gathered when it is first needed."""

    WHAT = ""
    filter = ""
    _listed: tuple[Synopsis | None, frozenset[Telling]] = (None, frozenset())

    def compose(self) -> ComposeResult:
        """A head, the list, what is under the cursor in full, the hints."""
        self.head = Panel(self._head)
        yield self.head
        yield self.roll
        self.foot = Panel(self._foot, _FOOT, lit=True)
        yield self.foot
        yield Hints(self.reader.commands_on(self.ROOM))

    def on_mount(self) -> None:
        """Show what there is."""
        self.advanced()

    def on_unmount(self) -> None:
        """Leave off gathering when the last of these screens is left."""
        if not any(isinstance(screen, StoryRoom) for screen in self.app.screen_stack):
            self.reader.drop_survey()

    def advanced(self) -> None:
        """Show the story as it is known now."""
        self.reader.survey()
        synopsis, noted = self.synopsis, self.session.noted
        if synopsis is not self._listed[0] or noted != self._listed[1]:
            self._listed = synopsis, noted
            self.show_list()
        self.on_roll_moved()

    def repaint(self) -> None:
        """Draw everything anew, in the present colours."""
        self.roll.refill()
        super().repaint()

    @property
    def synopsis(self) -> Synopsis | None:
        """What the story says as a whole, once it has been gathered."""
        return self.session.synopsis

    @abstractmethod
    def show_list(self) -> None:
        """Sort, filter and draw the list anew; the cursor stays on its entry."""

    @abstractmethod
    def subject(self) -> Subject | None:
        """What the cursor is on."""

    @abstractmethod
    def summary(self, synopsis: Synopsis) -> str:
        """What the list has, in a few words."""

    def heading(self) -> list[Text]:
        """The heads of the columns."""
        return [Text()]

    @abstractmethod
    def explained(self) -> list[Text]:
        """What is under the cursor, for the foot."""

    def on_roll_moved(self) -> None:
        """Show what is under the cursor now, under as many heads as there are."""
        self.head.styles.height = 1 + len(self.heading())
        self.head.refresh()
        self.foot.refresh()

    def on_roll_opened(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    # What is written around the list ----------------------------------------------------------

    def _head(self, width: int) -> list[Text]:
        inks = ink(self)
        left = Text.assemble(("  Reader", inks.strong), (f"   {self.ROOM}", inks.accent))
        if self.filter:
            left.append(f"   filter: {self.filter}", inks.muted)
        session = self.session
        doing = session.under_way or (f"{session.gathering} …" if session.gathering else "")
        said = self.summary(self.synopsis) if self.synopsis else ""
        both = "   ".join(filter(None, (doing, said)))
        fits = left.cell_len + len(both) + 3 <= width
        told = both if fits else doing or said
        return [spread(left, Text(f"{told}  ", inks.muted), width), *self.heading()]

    def _foot(self, width: int) -> list[Text]:
        inks = ink(self)
        if self.synopsis is None:
            awaited = [self.reader.failure] if self.reader.failure else self._awaited()
            return [Text(f"  {line}", inks.muted) for line in awaited]
        if self.subject() is None:
            return [Text(f"  no {self.WHAT}" + (" with these words" if self.filter else ""))]
        lines = list(self.explained())
        if note := self.note_here():
            lines.insert(0, note_line(note, inks))
        *before, last = (list(line.wrap(self.app.console, width - 4)) for line in lines)
        above = _cut([part for line in before for part in line], _FOOT - min(len(last), _LAST))
        return [Text.assemble("  ", line) for line in (*above, *_cut(last, _FOOT - len(above)))]

    def _awaited(self) -> list[str]:
        """What is still to come before there is a list, and what can be done until then."""
        session, key = self.session, self.reader.key
        if session.story and len(session.story.articles) < 2:
            return ["one report alone: nothing to set beside it"]
        if session.whole or not session.under_way:
            return ["gathering what the reports tell together …"]
        return [
            f"{self.WHAT} can be gathered once every report is compared with every other:",
            session.under_way,
            f"until then {key('pair')} shows the pair that differs most so far; "
            f"{key('stop')} calls it off",
        ]

    # Notes ------------------------------------------------------------------------------------

    def note_here(self) -> Note | None:
        """The last changed of the notes on what the cursor is on."""
        notebook, subject = self.session.notebook, self.subject()
        if notebook is None or subject is None:
            return None
        found = [
            note
            for telling in subject.tellings
            for note in notebook.on(telling.article).get(telling.sentence, ())
        ]
        return max(found, key=lambda note: note.updated, default=None)

    def notes_listed(self) -> Sequence[Note]:
        """The notes on this story."""
        notebook = self.session.notebook
        notes = notebook.notes if notebook else ()
        return [note for note in notes if notebook and any(notebook.standings(note))]

    def action_annotate(self) -> None:
        """Write one note on the words of every report."""
        if subject := self.subject():
            label = f"a note on {counted(len(self._one_each(subject)), 'outlet')}"
            first = min(subject.excerpts)
            article = self.session.readings[first.telling.article].article
            draft = f"{self.ROOM}: {first.span.start} of {article.sha256}"
            self.write(label, draft, "", lambda text: self._put(subject, text))

    def action_tag(self) -> None:
        """Ask for the tags of the note; where there is none, of a new one without words."""
        notebook, subject = self.session.notebook, self.subject()
        if self.note_here() or notebook is None or subject is None:
            super().action_tag()
        else:
            self.ask(
                "tags",
                "",
                lambda line: self._put(subject, "", line),
                complete=word_of(notebook.tags),
            )

    def _put(self, subject: Subject, text: str, tags: str = "") -> None:
        from reader.notes.anchors import anchor

        def act(notebook: Notebook) -> str:
            if not text.strip() and not tags_of(tags):
                return "an empty note is not kept"
            readings = self.session.readings
            passages = [
                anchor(readings[one.telling.article], one.span) for one in self._one_each(subject)
            ]
            note = replace(
                notebook.new(passages, subject.kind),
                fact=next(iter(subject.differing), ""),
                speaker=subject.speaker,
            )
            notebook.write(passages, subject.kind, text, tags_of(tags), like=note)
            return f"note on {counted(len(passages), 'outlet')} saved"

        self.change(act)

    def _one_each(self, subject: Subject) -> list[Excerpt]:
        """The first words of each report."""
        found: dict[int, Excerpt] = {}
        for one in subject.excerpts:
            found.setdefault(one.telling.article, one)
        return list(found.values())

    # Commands ---------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Show what every report says of it."""
        from reader.app.screens.tellings import TellingsScreen

        if subject := self.subject():
            self.app.push_screen(TellingsScreen(subject))

    def open_beside(self, one: Telling, other: Telling) -> None:
        """Open the pair of two articles at a sentence."""
        self.reader.open_pair(one.article, other.article, Place(0, one.sentence))

    def action_copy(self) -> None:
        """Copy the words the cursor is on."""
        if (subject := self.subject()) and (synopsis := self.synopsis):
            self.copy(synopsis.words(subject.excerpts[0]))

    def action_cite(self) -> None:
        """Copy the words of every report, each with where it is from."""
        if (subject := self.subject()) and (synopsis := self.synopsis):
            cited = (
                citation(synopsis.readings[one.telling.article].article, synopsis.words(one))
                for one in self._one_each(subject)
            )
            self.copy("\n\n".join(cited))


def _cut(lines: list[Text], most: int) -> list[Text]:
    """The first `most` of lines, and a sign that there are more."""
    if len(lines) <= most:
        return lines
    *kept, last = lines[:most]
    last.rstrip()
    return [*kept, last.append(" …")]
