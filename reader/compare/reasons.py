"""Why two sentences are linked, in words: the names, figures and rare words that both have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.language.words import Word
from reader.model import Reason, Span

MOST_WORDS = 5


def in_common(
    rarity: Mapping[str, float], a: Sequence[Word], b: Sequence[Word]
) -> tuple[Reason, ...]:
    """One reason a kind of evidence (name, number, words) that the sentences share, or ()."""
    partner = {word.stem: word for word in reversed(b)}
    common = {w.stem: w for w in reversed(a) if not w.stop and w.stem in partner}
    ranked = sorted(common.values(), key=lambda w: (-rarity[w.stem], w.start))[:MOST_WORDS]
    kept = sorted(ranked, key=lambda w: w.start)
    if not kept:
        return ()
    left = Span(kept[0].start, kept[-1].end)
    there = sorted(partner[word.stem] for word in kept)
    right = Span(there[0].start, there[-1].end)
    return (Reason("words", left, right, "both say: " + ", ".join(w.form for w in kept)),)
