"""What is done well in one report and ill in the other: "well equipped" and "ill-equipped"."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compare.conflicts.judgement import CERTAIN, Difference
from reader.compare.conflicts.negation import negated
from reader.compare.conflicts.view import View, once
from reader.language.words import listed
from reader.model import Span

_LIKELY = 0.6  # that an editor calls it a conflict
_WELL = listed("well fully properly adequately sufficiently correctly rightly safely completely")
_ILL = listed(
    "ill poorly badly improperly inadequately insufficiently incorrectly wrongly wrongfully barely "
    "hardly partially partly"
)


def degrees(left: View, right: View) -> Iterator[Difference]:
    """What both sides tell, and only one of them as well done."""
    ours, theirs = _told(left), _told(right)
    for stem in sorted(ours.keys() & theirs.keys()):
        (a, well), (b, better) = ours[stem], theirs[stem]
        if well != better:
            yield Difference("polarity", a, b, left.spoken(stem, a), signs={CERTAIN: _LIKELY})


@once
def _told(view: View) -> dict[str, tuple[Span, bool]]:
    """Where something is said to be done well or ill, and whether it is well, by its stem."""
    found = {}
    for k, word in enumerate(view.words[:-1]):
        span = view.reach(k, k + 2)
        if word.form in _WELL | _ILL and not negated(view, k):
            found[view.words[k + 1].stem] = (span, word.form in _WELL)
    return found
