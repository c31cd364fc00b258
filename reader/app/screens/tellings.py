"""What every report says of one thing: the whole sentences, outlet by outlet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.text import Text

from reader.app.bindings import bindings
from reader.app.commands import TELLINGS
from reader.app.ink import NOTED
from reader.app.screens.story import StoryRoom, Subject
from reader.app.widgets.board import Roll, ink
from reader.model import SIGN, Excerpt, Mark, Reading, Synopsis, Telling
from reader.render.called import called
from reader.render.outlets import counted
from reader.render.wrap import one_line


class _Sentences(Roll):
    """Each sentence under the name of its outlet, the words that matter marked."""

    def __init__(self, excerpts: Sequence[Excerpt], lit: Sequence[Excerpt]) -> None:
        super().__init__()
        self.excerpts = excerpts
        self._lit = lit
        self.readings: Sequence[Reading] = ()
        self.noted: frozenset[Telling] = frozenset()

    def entries(self, width: int) -> Sequence[Sequence[Text]]:
        """A line of who says it and where, then the sentence."""
        return [self._entry(excerpt, width) for excerpt in self.excerpts] if self.readings else []

    def _entry(self, excerpt: Excerpt, width: int) -> list[Text]:
        inks, (article, sentence) = ink(self), excerpt.telling
        reading = self.readings[article]
        names = called([each.article for each in self.readings])
        head = Text.assemble(
            (NOTED if excerpt.telling in self.noted else "", inks.note),
            (names[article], inks.strong), (f"  {sentence + 1}  ", inks.muted),
            (one_line(reading.article.headline), inks.muted),
        )  # fmt: skip
        start = reading.sentences[sentence].span.start
        words = Text(one_line(reading.text(sentence)))
        for one in self._lit:
            if one.telling == excerpt.telling:
                words.stylize(
                    inks.words[Mark.CONFLICT], one.span.start - start, one.span.end - start
                )
        wrapped = words.wrap(self.app.console, max(2, width - 2))
        return [head, *(Text.assemble("  ", part) for part in wrapped), Text()]


class TellingsScreen(StoryRoom):
    """The sentences that tell `about`, from every report."""

    ROOM = TELLINGS
    BINDINGS = bindings(TELLINGS)
    WHAT = "sentences"

    def __init__(self, about: Subject) -> None:
        super().__init__()
        self._told = about
        excerpts = {one.telling: one for one in reversed(about.excerpts)}
        self.list = _Sentences([excerpts[telling] for telling in about.tellings], about.lit)

    @property
    def roll(self) -> Roll:
        """The sentences."""
        return self.list

    def show_list(self) -> None:
        """Show the sentences."""
        self.list.readings, self.list.noted = self.session.readings, self.session.noted
        self.list.refill()

    def subject(self) -> Subject | None:
        """The same, the sentence under the cursor first; None while the story is read again."""
        if not self.session.readings:
            return None
        excerpts = self._told.excerpts
        here = self.list.excerpts[self.list.cursor].telling
        ordered = sorted(excerpts, key=lambda one: one.telling != here)
        return replace(self._told, excerpts=tuple(ordered))

    def summary(self, _: Synopsis) -> str:
        """How many sentences of how many outlets."""
        tellings = self._told.tellings
        outlets = {telling.article for telling in tellings}
        return f"{counted(len(tellings), 'sentence')}, {counted(len(outlets), 'outlet')}"

    def explained(self) -> list[Text]:
        """What they all tell, in the words of one of them, and what they differ in."""
        inks, told = ink(self), self._told
        sign = (f"{SIGN[Mark.CONFLICT]} ", inks.sign[Mark.CONFLICT])
        differing = [Text.assemble(sign, said) for said in told.differing]
        if told.title in told.differing:
            return differing
        return [Text(told.title, inks.strong), *differing]

    def action_open(self) -> None:
        """Open the pair of this report and the first other one here, at this sentence."""
        here = self.list.excerpts[self.list.cursor].telling
        others = [t for t in self._told.tellings if t.article != here.article]
        if others:
            self.open_beside(here, others[0])
        elif pair := self.session.most_contested(here.article):
            from reader.app.travel import Place

            self.reader.open_pair(*pair, Place(0, here.sentence))
        else:
            self.say("there is nothing to compare it with")
