"""What a story's readings say together: how rare each word is, and each sentence's evidence."""

from __future__ import annotations

from collections.abc import Sequence

from reader.compare.channels import lines, stems
from reader.compare.evidence import gather, rarity
from reader.model import Reading


class Corpus:
    """The readings of one story, with what makes their words and sentences weigh more or less.

    Results depend on the set of readings, not on their order.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = tuple(readings)
        story = [lines(reading) for reading in self.readings]
        self.evidence = gather(story)
        self.rarity = {
            stem: weight for stem, (_, weight) in rarity([stems(one) for one in story]).items()
        }
