"""Standing: what is negated, what is planned, possible, tried or done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reader.language.attribution import STANDING
from reader.language.line import Line
from reader.language.words import PAST, STOP, listed
from reader.model import Fact, FactType

_NOT = listed("not never cannot neither nor")
_NONE = listed("no nobody none nothing without nowhere")
_DENY = listed(
    "deny denies denied denying reject rejects rejected rejecting dispute disputes disputed "
    "disputing refute refuted refutes lack lacks lacked lacking dismiss dismissed dismisses oppose "
    "opposes opposed cancel canceled cancelled scrapped"
)
_DENY_TO = listed(
    "refuse refuses refused refusing decline declines declined declining fail fails failed failing "
    "unable unlikely unwilling reluctant"
)
_UNTRUE = listed("false untrue inaccurate baseless unfounded groundless fabricated")
_IDLE = listed("only just least necessarily doubt matter more fewer less wonder")
_AUXILIARIES = listed(
    "did does do has have had is are was were will would could should can may might be been"
)

_WILL = listed("will shall won't")
_MAY = listed("may might could would possibly perhaps potentially maybe couldn't wouldn't")
_PLAN_TO = listed(
    "plan plans planned planning expect expects expected expecting schedule scheduled schedules "
    "set slated poised intend intends intended intending vow vows vowed promise promises promised "
    "pledge pledges pledged agree agrees agreed hope hopes hoped hoping aim aims aimed prepare "
    "prepares prepared preparing threaten threatens threatened going about ready bound want wants "
    "wanted looking due"
)
_TRY_TO = listed("try tries tried trying attempt attempts attempted attempting seek seeks sought")
_FORESEEN = listed("planned expected scheduled upcoming proposed pending looming forthcoming")
_ADVERBS = listed("also then later since already now just still first again once soon so")
_BE = listed("is are was were be been being")
_HAVE = listed("has have had having")
_PRONOUNS = listed("he she they it we i you who that which and")
_MODAL = listed("will would may might could to should shall can must won't wouldn't couldn't")
_DETERMINERS = listed("a an the his her their its our my your this these those some any")
_NO_VERB = listed(
    "united hundred need speed indeed exceed proceed succeed limited armed named aged based called "
    "including during according following regarding something anything nothing everything morning "
    "evening meeting building hearing unidentified unprecedented left found"
)
_NEGATING = _NOT | _NONE | _DENY | _DENY_TO | _UNTRUE | {"ruled", "rules", "rule"}
_AHEAD = _WILL | _MAY | _PLAN_TO | _TRY_TO | _FORESEEN | _BE | {"likely"}
_CUES = _DENY | _DENY_TO | _PLAN_TO | _TRY_TO | _NO_VERB | STANDING.keys()


def standings(line: Line) -> Iterator[Fact]:
    """The negations and the statuses of `line`, as NEGATION and STATUS facts in order.

    A NEGATION's value is the stem of what is negated, its `about` the stems that follow; of
    what is called false the value is "true". A STATUS's value is "planned", "possible",
    "attempted", "ongoing" or "done", its `about` the stem of the verb or noun that has it.
    """
    telling = [i for i, word in enumerate(line.words) if _signals(word.form)]
    for i in telling:
        negates, looks_ahead, happens = _signals(line.words[i].form) or (False, False, False)
        if negates and (fact := _negation(line, i)):
            yield fact
        prospect = _prospect(line, i) if looks_ahead else None
        if fact := prospect or (_event(line, i) if happens else None):
            yield fact


@lru_cache(maxsize=16384)
def _signals(form: str) -> tuple[bool, bool, bool] | None:
    """Whether a word may negate, look ahead, or tell an event; None if it does nothing of it."""
    past = form in PAST or (form.endswith("ed") and len(form) > 4)
    going = form.endswith("ing") and len(form) > 5
    happens = (past or going) and form not in STOP and form not in _CUES
    return (
        form in _NEGATING or form.endswith("n't"),
        form in _AHEAD or form.endswith("'ll"),
        happens,
    )


def _meant(line: Line, i: int, reach: int = 6) -> int:
    """The first word from `i` on that carries meaning and is no name; -1 if there is none."""
    for j in range(i, min(i + reach, len(line.words))):
        if line.gap(j).strip(" -'\"\n"):
            return -1
        word = line.words[j]
        named = line.capital(j) and not line.headline
        if not (word.stop or named or word.form.endswith("ly") or word.form in {"ever", "yet"}):
            return j
    return -1


def _before(line: Line, i: int) -> int:
    """The word before word `i`, adverbs passed over; -1 where punctuation stands between."""
    j = i - 1
    while j >= 0 and not line.walled(j + 1) and line.form(j).endswith("ly"):
        j -= 1
    also = j >= 0 and not line.walled(j + 1) and line.form(j) in _ADVERBS
    j -= also
    return j if j >= 0 and not line.walled(j + 1) else -1


def _negation(line: Line, i: int) -> Fact | None:
    word, after = line.words[i], line.form(i + 1)
    form, first = word.form, i
    if form in _UNTRUE:
        return line.fact(FactType.NEGATION, word.start, word.end, "true", line.before(i, 3, 6))
    if form in _NOT or form.endswith("n't"):
        if after in _IDLE or (form == "not" and line.form(i - 1) in {"or", "why", "if", "whether"}):
            return None
        if line.form(i - 1) in _AUXILIARIES and not line.walled(i):
            first = i - 1
    elif form in _NONE:
        if after in _IDLE or not after or after[0].isdigit() or line.gap(i + 1) != " ":
            return None
    elif form not in _DENY and not (form in _DENY_TO and after == "to"):
        ruled_out = form.startswith("rul") and after == "out"
        if not ruled_out:
            return None
    at = _meant(line, i + 1)
    if at < 0 and form in {"no", "without", "neither", "nor"}:
        return None
    rest = i + 1 if after and not line.walled(i + 1) else first
    value = line.words[at if at >= 0 else rest].stem.removesuffix("n't")
    about = line.after(at + 1) if at >= 0 else line.before(first)
    end = line.words[max(at, i)].end
    return line.fact(FactType.NEGATION, line.words[first].start, end, value, about)


def _prospect(line: Line, i: int) -> Fact | None:
    """What word `i` says will be, may be or is tried."""
    form, after, before = line.form(i), line.form(i + 1), line.form(i - 1)
    if form in _WILL or form.endswith("'ll"):
        value = "planned" if before not in _DETERMINERS else ""
        at = i + 1
    elif form in _MAY:
        month = form == "may" and line.capital(i) and i and not line.headline
        value, at = "" if month else "possible", i + 1
    elif after == "to" and form in _TRY_TO:
        value, at = "attempted", i + 2
    elif after == "to" and form in _PLAN_TO | _BE | {"likely"}:
        named = form in {"going", "due", "about"} and before not in _BE
        at = i + 2
        idle = named or line.form(at) in _DETERMINERS
        value = "" if idle else "possible" if form == "likely" else "planned"
    elif form in _FORESEEN and before in _DETERMINERS | {"of", "for"} and not line.walled(i):
        value, at = "planned", i + 1
    else:
        return None
    if not value or at >= len(line.words) or line.walled(at):
        return None
    meant = _meant(line, at, 5)
    last = meant if meant >= 0 else at
    start, end = line.words[i].start, line.words[last].end
    return line.fact(FactType.STATUS, start, end, value, line.words[last].stem)


def _event(line: Line, i: int) -> Fact | None:
    """What the verb at word `i` says is being done, or was."""
    word = line.words[i]
    going = word.form.endswith("ing")
    j = _before(line, i)
    if j < 0 or (line.capital(i) and not line.headline):
        return None
    form, first, value = line.form(j), i, "done"
    if form in _BE | _HAVE:
        first, k = j, _before(line, j)
        while k >= 0 and line.form(k) in _BE | _HAVE:
            first, k = k, _before(line, k)
        if k >= 0 and line.form(k) in _MODAL:
            return None
        value = "ongoing" if going else "done"
    elif going or (line.words[j].stop and form not in _PRONOUNS) or form[0].isdigit():
        return None
    start = line.words[first].start
    return line.fact(FactType.STATUS, start, word.end, value, word.stem)
