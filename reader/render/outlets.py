"""What the articles of a story are called where many stand together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from reader.model import Article

MOST = 3
"""How many outlets a line names before it counts the others."""
_SMALL = frozenset({"a", "an", "and", "for", "of", "the"})


def name(article: Article) -> str:
    """Its outlet, or the file it came from."""
    return article.outlet or PurePath(article.path).name or "?"


def names(articles: Sequence[Article]) -> tuple[str, ...]:
    """A name for each article: its outlet, with its number where several have the same."""
    return numbered([name(article) for article in articles])


def numbered(own: Sequence[str]) -> tuple[str, ...]:
    """`own`, each with its number where several are the same."""
    count = Counter(own)
    return tuple(one if count[one] == 1 else f"{one} {number}" for number, one in enumerate(own, 1))


def codes(articles: Sequence[Article], cells: int = 4) -> tuple[str, ...]:
    """A head of at most `cells` characters for each article: "NYT", "Guar", or its number."""
    own = [_code(article.outlet, cells) for article in articles]
    if all(own) and len({*own}) == len(own):
        return tuple(own)
    # An outlet called by a number is numbered as well, lest two be told apart by chance alone.
    plain = {code for code, count in Counter(own).items() if count == 1 and not code.isdecimal()}
    return tuple(
        code if code in plain - {""} else str(number) for number, code in enumerate(own, 1)
    )


def _code(outlet: str, cells: int) -> str:
    if len(outlet) <= cells:
        return outlet
    words = [word for word in re.findall(r"\w+", outlet) if word.lower() not in _SMALL]
    if not words:
        return outlet[:cells]
    acronym = next((word for word in words if word.isupper() and 1 < len(word) <= cells), "")
    initials = "".join(word[0] for word in words).upper()
    return acronym or (initials[:cells] if len(words) > 1 else words[0][:cells])


def listed(named: Iterable[str], most: int = MOST) -> str:
    """Name who it is, or the first few and how many more: "AP, Reuters, BBC and 4 more"."""
    all_named = list(named)
    if len(all_named) <= most + 1:
        return ", ".join(all_named)
    return f"{', '.join(all_named[:most])} and {len(all_named) - most} more"


def astray(*named: str) -> str:
    """Say of articles that they have little in common with the rest of their story."""
    seem = "seems" if len(named) == 1 else "seem"
    return f"{listed(named)} {seem} to tell another story than the rest, or in another language"


def counted(number: int, noun: str) -> str:
    """Count things whose plural takes an s: "1 outlet", "3 outlets"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
