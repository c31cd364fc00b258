"""The commands that write a note on what is under the cursor of a pair."""

from __future__ import annotations

from collections.abc import Sequence

from reader.app.notebook import Notebook, tags_of
from reader.app.quoting import citation
from reader.app.screens.exporting import Exporting
from reader.app.screens.noting import Noting
from reader.app.travel import Place
from reader.app.widgets.pane import PairPane
from reader.model import Anchor, Article, Mark, Note


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
            article = self.session.readings[self.pair[place.side]].article
            draft = f"sentence {place.sentence} of {article.sha256}"
            self.write("a note", draft, "", lambda text: self._put(place, text))

    def action_tag(self) -> None:
        """Ask for the tags of the note; where there is none, of a new one without words."""
        place, notebook = self.pane.cursor, self.session.notebook
        if self.note_here() or place is None or notebook is None:
            super().action_tag()
        else:
            self.ask("tags", "", lambda line: self._put(place, "", line), known=notebook.tags)

    def action_repeat_tag(self) -> None:
        """Give the note the tags last given; where there is none, write one that has them."""
        place, notebook = self.pane.cursor, self.session.notebook
        if self.note_here() or place is None or notebook is None:
            super().action_repeat_tag()
        else:
            self._put(place, "", " ".join(notebook.last_tags))

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

    def _put(self, place: Place, text: str, tags: str = "") -> None:
        def act(notebook: Notebook) -> str:
            if not text.strip() and not tags_of(tags):
                return "an empty note is not kept"
            passages, kind = self._passages(place)
            notebook.write(passages, kind, text, tags_of(tags))
            return "note saved"

        self.change(act)

    def _passages(self, place: Place) -> tuple[Sequence[Anchor], Mark]:
        """The sentence at `place`, with its best partner if it has one, and the mark of both."""
        from reader.notes.anchors import anchor

        comparison = self.pane.comparison
        if comparison is None:
            return (), Mark.UNIQUE
        links = self.pane.links(place)
        ends = [Place(0, links[0].a), Place(1, links[0].b)] if links else [place]
        readings = (comparison.a.reading, comparison.b.reading)
        passages = [
            anchor(readings[end.side], readings[end.side].sentences[end.sentence].span)
            for end in ends
        ]
        return passages, links[0].kind if links else Mark.UNIQUE
