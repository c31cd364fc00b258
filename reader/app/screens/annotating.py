"""The commands that write a note on what is under the cursor of a pair."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from reader.app.excerpts import Excerpt, excerpt
from reader.app.notebook import Notebook
from reader.app.quoting import citation
from reader.app.screens.exporting import Exporting
from reader.app.screens.noting import Noting
from reader.app.travel import Place
from reader.app.widgets.complete import word_of
from reader.app.widgets.pane import PairPane
from reader.model import Article, Note, ReaderError
from reader.notes.card import tags_of


class Annotating(Noting, Exporting):
    """A screen with reading panes on the articles `pair`."""

    pane: PairPane
    pair: tuple[int, int]

    def notes_here(self) -> Sequence[Note]:
        """The notes on the sentence under the cursor, the last changed first."""
        place, notebook = self.pane.cursor, self.session.notebook
        if place is None or notebook is None:
            return ()
        return notebook.on(self.pair[place.side]).get(place.sentence, ())

    def reworded_here(self) -> Sequence[str]:
        """How the passage of each of these notes was reworded; "" where its words are the same."""
        place, notebook = self.pane.cursor, self.session.notebook
        if place is None or notebook is None:
            return ()
        article = self.pair[place.side]
        return [notebook.reworded(note, article, place.sentence) for note in self.notes_here()]

    def note_here(self) -> Note | None:
        """The last changed of the notes here."""
        return next(iter(self.notes_here()), None)

    def notes_listed(self) -> Sequence[Note]:
        """The notes on the two articles."""
        notebook = self.session.notebook
        if notebook is None:
            return ()
        return [
            note
            for note in notebook.notes
            if any(found and found.article in self.pair for found in notebook.standings(note))
        ]

    def action_annotate(self) -> None:
        """Write a note on the sentence, or on both sides of its link."""
        if (place := self.pane.cursor) is not None:
            self.write("a note", self._draft(place), "", lambda text: self._put(place, text))

    def action_template(self) -> None:
        """Write a note that begins with one of the reporter's templates."""
        from reader.app.screens.choice import ChoiceScreen

        place, templates = self.pane.cursor, self.reader.settings.templates
        if place is None or not templates:
            self.say("no templates yet: name some in config.toml, under [templates]")
            return
        names = list(templates)

        def begin(number: int | None) -> None:
            if number is not None:
                self._begin(place, templates[names[number]])

        options = [Text(name) for name in names]
        self.app.push_screen(ChoiceScreen("begin with", options, 0, begin))

    def _begin(self, place: Place, template: str) -> None:
        """Open the editor on a note as `template` begins it."""
        from reader.notes.templates import begun

        notebook, found = self.session.notebook, self._excerpt(place)
        if notebook is None:
            return
        try:
            note = begun(template, notebook.new(found.passages, found.kind), date.today())
        except ReaderError as error:
            self.say(str(error))
            return
        draft = f"{self._draft(place)} like {template}"
        self.write("a note", draft, note.text, lambda text: self._put(place, text, like=note))

    def action_tag(self) -> None:
        """Ask for the tags of the note; where there is none, of a new one without words."""
        place, notebook = self.pane.cursor, self.session.notebook
        if self.note_here() or place is None or notebook is None:
            super().action_tag()
        else:
            self.ask(
                "tags",
                "",
                lambda line: self._put(place, "", tags_of(line)),
                complete=word_of(notebook.tags),
            )

    def action_repeat_tag(self) -> None:
        """Give the note the tags last given; where there is none, write one that has them."""
        place, notebook = self.pane.cursor, self.session.notebook
        if self.note_here() or place is None or notebook is None:
            super().action_repeat_tag()
        else:
            self._put(place, "", notebook.last_tags)

    def action_extend(self) -> None:
        """Add the sentence to the note that was changed last."""
        place = self.pane.cursor
        if place is None or (comparison := self.pane.comparison) is None:
            return
        passages = excerpt(comparison, place, ()).passages

        def act(notebook: Notebook) -> str:
            done = notebook.extend(passages)
            return "added to the note last changed" if done else "no note to add it to"

        self.change(act)

    def action_attach(self) -> None:
        """Put the passage that is gone, chosen among the notes, on this sentence."""
        from reader.notes.anchors import anchor

        place, comparison = self.pane.cursor, self.pane.comparison
        notebook = self.session.notebook
        if place is None or comparison is None or notebook is None or not notebook.lost:
            self.say("choose a note whose passage is gone first, among the notes")
            return
        reading = (comparison.a.reading, comparison.b.reading)[place.side]
        there = anchor(reading, reading.sentences[place.sentence].span)

        def act(notebook: Notebook) -> str:
            return "the note stands here now" if notebook.attach(there) else "it was put back"

        self.change(act)

    def action_copy(self) -> None:
        """Copy what is selected, or the sentence under the cursor."""
        if found := self._chosen():
            self.copy(found[1])

    def action_cite(self) -> None:
        """Copy the same as a quotation, with where it is from."""
        if found := self._chosen():
            self.copy(citation(*found))

    def _chosen(self) -> tuple[Article, str] | None:
        """What is to be copied, and the article that it is from."""
        comparison, place = self.pane.comparison, self.pane.cursor
        if comparison is None or place is None:
            return None
        sides = (comparison.a.reading, comparison.b.reading)
        if self.pane.selected:
            side, span = self.pane.selected
            return sides[side].article, span.of(sides[side].article.text)
        return sides[place.side].article, sides[place.side].text(place.sentence)

    def _draft(self, place: Place) -> str:
        """What a draft of a note on `place` is called."""
        side = self.pane.side(place.side)
        return f"sentence {place.sentence} of {side.reading.article.sha256 if side else ''}"

    def _put(
        self, place: Place, text: str, tags: tuple[str, ...] = (), like: Note | None = None
    ) -> None:
        """Keep a note, with all that `like` has but its text."""

        def act(notebook: Notebook) -> str:
            if not text.strip() and not tags:
                return "an empty note is not kept"
            found = self._excerpt(place)
            notebook.write(found.passages, found.kind, text, tags, fact=found.fact, like=like)
            return "note saved"

        self.change(act)

    def _excerpt(self, place: Place) -> Excerpt:
        comparison = self.pane.comparison
        return excerpt(comparison, place, self.pane.links(place)) if comparison else Excerpt(())
