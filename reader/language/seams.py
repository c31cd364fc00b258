"""Where sentences meet with no stop between them: list items, dividers, headings run into text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EMOJI = "\U0001f300-\U0001faff"
# A word may be glued to a pictogram on both sides, as when a web page loses its line ends.
_AFTER = re.compile(
    rf"""(?<=[a-z.!?])[{_EMOJI}☀-➿\ufe0f\u200d]++(?=[A-Z])   # Contradictions👾While
    | [{_EMOJI}\ufe0f](?=\s+[A-Z])
    | (?<=\s)[:;]-?[)DPp(](?=\s+[A-Z])
    | (?<!\S)https?://\S++(?=\s+https?://)
    | <[^\s<>@]+@[^\s<>@]+>(?=\s)                            # the sender of a letter""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"(?<!\S)[•◦▪●‣⁃■►▶](?=\s*\w)")
_AROUND = re.compile(
    r"""(?<!\S)(?:([*=_~])\1{2,}|\*\ \*\ \*|-{5,})(?!\S)     # a divider
    | (?<!\S)(?<!\b(?:on|at|by|of)\ )\d\d?/\d\d?/\d{2,4},?\    # the moment of sending
      \d\d?:\d\d(?::\d\d)?(?:\ ?[AP]M)?(?!\S)""",
    re.VERBOSE,
)
_LABEL = re.compile(r"(?<!\S)(?:(\d{1,2})|([a-h]))(\.\)|\)|\.)\s+(?=[A-Z])")


def seams(text: str, start: int, end: int) -> list[int]:
    """The offsets inside ``[start, end)`` at which one piece of text stops and the next begins."""
    cuts = {match.end() for match in _AFTER.finditer(text, start, end)}
    cuts |= {match.start() for match in _BEFORE.finditer(text, start, end)}
    for match in _AROUND.finditer(text, start, end):
        cuts |= {match.start(), match.end()}
    cuts.update(_labels(text, start, end))
    return sorted(cut for cut in cuts if start < cut < end)


def _labels(text: str, start: int, end: int) -> Iterator[int]:
    """The labels of lists that run on in one line, "1. … 2. …": at least two, counted from one."""
    chains: dict[str, list[int]] = {}
    for match in _LABEL.finditer(text, start, end):
        number, letter, style = match.groups()
        chain = chains.setdefault(style + "a" * bool(letter), [])
        place = int(number) if number else ord(letter) - ord("a") + 1
        if place == len(chain) + 1 and (chain or _opens(text, start, match)):
            chain.append(match.start())
    for chain in chains.values():
        if len(chain) > 1:
            yield from chain


def _opens(text: str, start: int, label: re.Match[str]) -> bool:
    """Whether a list may begin here: "1)" anywhere, "1." only where a sentence may."""
    return ")" in label[3] or not text[max(start, label.start() - 2) : label.start()].strip(" .:!?")
