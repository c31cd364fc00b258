"""Whether a full stop, question mark, exclamation mark or ellipsis ends a sentence."""

from __future__ import annotations

import re

from reader.language.abbreviations import EXCLAIMED, LETTERED, SPEECH, STARTERS, STATES
from reader.language.punkt import ends_sentence

#: A stop with what closes after it: quotes, brackets, reference marks, a trailing ellipsis.
STOP = re.compile(
    r"""(?P<stop>[.!?…‼⁇⁈⁉。！？]+(?:\s\.(?=[\s"')\]]|\Z))*)
        (?P<close>["')\]}*_」』）]*(?:\s+["')\]](?=\s|\Z))*(?:\s?\[\d{1,3}\])*
                  (?:\s?[\U0001f300-\U0001faff\ufe0f\u200d]++)?(?:\s(?:\.{2,}|…)(?=\s))?)
        (?P<gap>\s*)""",
    re.VERBOSE,
)

_REACH = 40  # no word that matters is longer, and looking no farther keeps the time linear
_DASHES = "-–—"
_OPENERS = "\"'([{*_¿¡ " + _DASHES
_LABEL = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})")
_TIME = re.compile(r"(?:At|By|Around|About|Until|Before|After|Since|From)\s+\S+\s+[ap]\.m", re.I)
_AFTER_TOWN = re.compile(r",\s+\S+\Z")
_FOUR_DOTS = re.compile(r"\.(?:\s\.){3}")
_SPEAKER = re.compile(
    rf"""(?!(?:He|She|They|We|It|You|The)\b)
         (?:[A-Z][\w.'-]*\s+){{1,5}}(?:{"|".join(sorted(SPEECH))})\b(?P<closed>[.,])?""",
    re.VERBOSE,
)
_ADDRESS = re.compile(r"[@/_]|www\.")
_DOMAIN = re.compile(r"(?:Co|Com|Edu|Gov|Io|Net|Org|Tv)\b")
_NEW_WORD = re.compile(r"[^\W\d_a-z](?=[a-z'])|[AI]\s")


def ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` ends with `stop`, a match of STOP in `text`."""
    mark, close = stop["stop"], stop["close"]
    before = text[max(start, stop.start() - _REACH) : stop.start()]
    after = text[stop.end() : stop.end() + _REACH]
    following = after.lstrip(_OPENERS)
    if mark[-1] in "。！？" or not following:
        return True
    if before.endswith(("(", "[")) or (mark == "." and _LABEL.fullmatch(before)):
        return False
    if not stop["gap"]:
        return _ends_unspaced(before, close, after)
    if after[0] in ",;:.…" or (after[0] in _DASHES and (close or not following[0].isupper())):
        return False
    if following[0].islower() and (close or "…" in mark or mark.count(".") > 1):
        return False
    speaker = _SPEAKER.match(after) if close else None
    if speaker and (mark != "." or speaker["closed"]):
        return False
    if mark == ".":
        return _full_stop_ends(before, after, following)
    if "." in mark or "…" in mark:
        # A spaced ellipsis inside a sentence is often followed by "I".
        return following[0].isupper() and not (before[-1:].isspace() and following.startswith("I "))
    return _last_word(before) not in EXCLAIMED or _starts(following)


def closed(text: str, stop: re.Match[str]) -> int:
    """The offset at which the sentence ended by `stop` is complete."""
    if _FOUR_DOTS.fullmatch(stop["stop"]) and not text[stop.start() - 1].isspace():
        return stop.start() + 1  # "… compounds. . . . The practice": a full stop, then an ellipsis
    if not stop["gap"] and stop["close"].startswith('"') and not _quoting(text, stop.start()):
        return stop.end("stop")
    return stop.end("close")


def _full_stop_ends(before: str, after: str, following: str) -> bool:
    word = _last_word(before)
    if not word:
        return True
    if _TIME.fullmatch(before):
        return False
    if len(word) == 1 and before.split()[-2:][0].lower() in LETTERED:
        return True
    if word.lower() in STATES and _AFTER_TOWN.search(before) and after[0] not in "([" + _DASHES:
        return not following[0].islower()
    if after[0] == '"' and len(word) > 1 and following[0].isupper():
        following = "The"  # a quotation begins as surely as "The" does
    elif after[0] in _DASHES:
        following = "the"  # after an abbreviation, a dash goes on as lower case does
    return ends_sentence(word, following.split()[0])


def _ends_unspaced(before: str, close: str, after: str) -> bool:
    """Whether a stop with no space after it ends a sentence: "justice.In Pyongyang"."""
    word = _last_word(before)
    if not _NEW_WORD.match(after) or word in EXCLAIMED:
        return False
    if not word:
        return bool(close)
    following = after.split()[0]
    if _ADDRESS.search(word) or "@" in following or _DOMAIN.match(following):
        return False
    if len(word) < 2 or not (word[-1].islower() or word[-1].isdigit() or "." in word):
        return False
    return ends_sentence(word, following)


def _last_word(before: str) -> str:
    """The word that touches the end of `before`, if one does."""
    words = before.split()
    return words[-1].lstrip(_OPENERS) if words and before[-1] not in "\"')] " else ""


def _starts(following: str) -> bool:
    return following[0].isupper() and following.split()[0].lower() in STARTERS


def _quoting(text: str, at: int) -> bool:
    """Whether the last quotation mark before `at` opened a quotation."""
    quote = text.rfind('"', max(0, at - 25 * _REACH), at)
    return quote == 0 or (quote > 0 and text[quote - 1] in " ([-—")
