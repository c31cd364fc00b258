"""Status: what is planned, possible, tried, going on or done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reader.language.attribution import STANDING
from reader.language.line import Line
from reader.language.words import PAST, STOP, adverb, listed
from reader.model import Fact, FactType

_WILL = listed("will shall won't")
_MAY = listed("may might could would possibly perhaps potentially maybe couldn't wouldn't")
_PLAN = listed(
    "plan plans planned planning intend intends intended intending vow vows vowed promise promises "
    "promised pledge pledges pledged prepare prepares prepared preparing threaten threatens "
    "threatened intent intention"
)
_PLAN_TO = _PLAN | listed(
    "expect expects expected expecting schedule scheduled schedules set slated poised agree agrees "
    "agreed hope hopes hoped hoping aim aims aimed going about ready bound want wants wanted "
    "looking due is are was were"
)
_ONLY_AFTER_BE = listed("going due about set bound")
_TRY_TO = listed("try tries tried trying attempt attempts attempted attempting seek seeks sought")
_AWAITED = listed("planned expected scheduled slated due")
_FORESEEN = _AWAITED | listed("upcoming proposed pending looming forthcoming")

_BE = listed("is are was were be been being")
_HAVE = listed("has have had having")
_MODAL = listed("will would may might could to should shall can must won't wouldn't couldn't")
_SUBJECTS = listed("he she they it we i you who that which and")
_ADVERBS = listed("also then later since already now just still first again once soon so")
_DETERMINERS = listed("a an the his her their its our my your this these those some any of for")
# Pasts that look like the present: verbs of the past only behind "has" or "was".
_UNCHANGED = listed("hurt hit cut put shut quit beat set spread read split left found felt")
_NO_VERB = listed(
    "united hundred need speed indeed exceed proceed succeed feed seed deed heed limited armed "
    "named aged based called including during according following regarding something anything "
    "nothing everything morning evening meeting building hearing unidentified unprecedented "
    "confirmed"
)
_NEVER_EVENTS = _PLAN_TO | _TRY_TO | _NO_VERB | STANDING.keys()
_AHEAD = _WILL | _MAY | _PLAN_TO | _TRY_TO | _FORESEEN | {"likely"}


def status(line: Line) -> Iterator[Fact]:
    """The STATUS facts of `line` in order, as `standing.standings` describes them."""
    title = len(line.words) < 17 and not line.text.rstrip(" \"')").endswith((".", "?", "!"))
    told = False
    for i, word in enumerate(line.words):
        ahead, happens = _signals(word.form)
        fact = _prospect(line, i) if ahead else None
        if fact is None and happens:
            fact = _event(line, i)
        if fact is None and title and not told and _present(line, i):
            value = "planned" if word.form in _PLAN else "done"
            at = max(line.meant(i + 1), i) if value == "planned" else i
            fact = line.fact(FactType.STATUS, word.start, word.end, value, line.words[at].stem)
        if fact:
            told = True
            yield fact


@lru_cache(maxsize=16384)
def _signals(form: str) -> tuple[bool, bool]:
    """Whether a word may look ahead, and whether it may tell an event."""
    past = form in PAST or form in _UNCHANGED or (form.endswith("ed") and len(form) > 3)
    going = form.endswith("ing") and len(form) > 5
    ahead = form in _AHEAD or form.endswith("'ll")
    return ahead, (past or going) and form not in STOP and form not in _NEVER_EVENTS


def _prospect(line: Line, i: int) -> Fact | None:
    """What word `i` says will be, may be or is tried."""
    form, after, before = line.form(i), line.form(i + 1), line.form(i - 1)
    at, value = i + 1, "planned"
    if form in _WILL or form.endswith("'ll"):
        value = "" if before in _DETERMINERS else value
    elif form in _MAY:
        month = form == "may" and line.capital(i) and i and not line.headline
        value = "" if month else "possible"
    elif after == "to" and form in _TRY_TO:
        at, value = i + 2, "attempted"
    elif after == "to" and form in _PLAN_TO | {"likely"}:
        at, value = i + 2, "possible" if form == "likely" else value
        loose = form in _ONLY_AFTER_BE and before not in _BE
        value = "" if loose or line.form(at) in _DETERMINERS else value
    elif form in _FORESEEN and (
        form == "pending" or (before in _DETERMINERS and not line.walled(i))
    ):
        pass
    elif form in _AWAITED and i and (before in _BE or at == len(line.words)):
        return _awaited(line, i)
    else:
        return None
    at += line.form(at) in {"not", "never"}
    if not value or at >= len(line.words) or line.barred(at):
        return None
    last = max(line.meant(at, 5), at)
    start, end = line.words[i].start, line.words[last].end
    return line.fact(FactType.STATUS, start, end, value, line.words[last].stem)


def _awaited(line: Line, i: int) -> Fact | None:
    """What is said to be expected by the word at `i`: "charges are expected Friday"."""
    about = line.before(i, 1)
    word = line.words[i]
    return line.fact(FactType.STATUS, word.start, word.end, "planned", about) if about else None


def _event(line: Line, i: int) -> Fact | None:
    """What the verb at word `i` says is going on, or was done."""
    word = line.words[i]
    going, j = word.form.endswith("ing"), _before(line, i)
    if line.capital(i) and not line.headline:
        return None
    form, first = line.form(j), i
    if j >= 0 and form in _BE | _HAVE:
        first, k = j, _before(line, j)
        while k >= 0 and line.form(k) in _BE | _HAVE:
            first, k = k, _before(line, k)
        if k >= 0 and line.form(k) in _MODAL:
            return None
    elif word.form in _UNCHANGED or (going and not _contracted(line, j)):
        return None
    elif j >= 0:
        stands = form in _SUBJECTS or not (line.words[j].stop or form[0].isdigit())
        if not (going or stands):
            return None
    elif line.gap(i) != ", " or not _leads(line, i):
        return None
    start, value = line.words[first].start, "ongoing" if going else "done"
    return line.fact(FactType.STATUS, start, word.end, value, word.stem)


def _contracted(line: Line, j: int) -> bool:
    """Whether word `j` ends with a form of "be": "it's", "they're"."""
    owned = j >= 0 and line.end(j) < line.words[j].end and line.words[j].stop
    return owned or line.form(j).endswith(("'re", "'m"))


def _leads(line: Line, i: int) -> bool:
    """Whether a verb behind a comma has an object: "Jindal, a governor, endorsed Perry"."""
    behind = i + 1 < len(line.words) and not line.walled(i + 1)
    return behind and (line.words[i + 1].stop or line.capital(i + 1))


def _present(line: Line, i: int) -> bool:
    """Whether word `i` is the verb of a headline in the present tense: "Obama overturns rule"."""
    form = line.form(i)
    if not 0 < i < 6 or not form.endswith("s") or form.endswith(("ss", "us", "is", "ics")):
        return False
    owned = line.end(i) < line.words[i].end or line.end(i - 1) < line.words[i - 1].end
    named = line.capital(i - 1) and not line.walled(i) and (line.headline or not line.capital(i))
    return named and not owned and form not in STANDING and not line.words[i].stop


def _before(line: Line, i: int) -> int:
    """The word before word `i`, adverbs passed over; -1 where punctuation stands between."""
    j = i - 1
    while j >= 0 and not line.walled(j + 1) and adverb(line.form(j)):
        j -= 1
    j -= j >= 0 and not line.walled(j + 1) and line.form(j) in _ADVERBS
    return j if j >= 0 and not line.walled(j + 1) else -1
