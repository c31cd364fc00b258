"""What the reports of a story say, as judging any two of them needs it: found once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.compare.channels import Lines, stems
from reader.compare.conflicts.view import View
from reader.compare.evidence import rarity
from reader.language.aliases import aliases
from reader.language.periods import reckoned_from
from reader.language.words import Word
from reader.model import FactType

_COPIED = 4  # words from which a sentence in two articles is no coincidence


class Testimony:
    """The reports of a story, sentence by sentence.

    `rarity` is how much each stem says in them, `same` the fullest form of every name, `views`
    a view of every sentence.
    """

    def __init__(self, story: Sequence[Lines]) -> None:
        self.lines = tuple(story)
        weights = rarity([stems(one) for one in story])
        self.rarity: Mapping[str, float] = {stem: weight for stem, (_, weight) in weights.items()}
        self.same = aliases(
            str(fact.value)
            for one in story
            for fact in one.reading.facts
            if fact.type in {FactType.NAME, FactType.PLACE}
        )
        days = sorted(day for one in story if (day := reckoned_from(one.reading.article.published)))
        day = days[len(days) // 2] if days else None
        self.views = tuple(
            tuple(View.of(one, k, self.rarity, self.same, day) for k in range(len(one.words)))
            for one in story
        )
        self._told = tuple(
            {view.wording for view in views if len(view.words) >= _COPIED} for views in self.views
        )
        self._run = tuple("\n".join(_run(line) for line in one.words) for one in story)

    def tells(self, report: int, sentence: View) -> bool:
        """Whether `sentence`, if it is long enough to be copied, stands so in the report."""
        return sentence.wording in self._told[report]

    def says(self, report: int, words: Sequence[Word]) -> bool:
        """Whether `words` stand in a row in a sentence of the report."""
        return _run(words) in self._run[report]


def _run(words: Sequence[Word]) -> str:
    return f" {' '.join(word.form for word in words)} "
