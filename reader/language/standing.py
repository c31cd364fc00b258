"""Standing: what a sentence negates, and what it says is planned, possible, tried or done."""

from __future__ import annotations

from collections.abc import Iterator

from reader.language.line import Line
from reader.language.status import status
from reader.language.words import listed
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
_RULE_OUT = listed("rule rules ruled ruling")
_UNTRUE = listed("false untrue inaccurate baseless unfounded groundless fabricated")
_IDLE = listed("only just least necessarily doubt matter more fewer less wonder")
_OPEN = listed("or why if whether")
_AUXILIARIES = listed(
    "did does do has have had is are was were will would could should can may might be been"
)
NEGATIVES = _NOT | _NONE
"""Words that do nothing but negate, beside those in "n't"."""
_NEGATING = NEGATIVES | _DENY | _DENY_TO | _RULE_OUT | _UNTRUE


def standings(line: Line) -> Iterator[Fact]:
    """The negations and the statuses of `line`, as NEGATION and STATUS facts.

    A NEGATION's value is the stem of what is negated, its `about` the stems that follow; of
    what is called false the value is "true". A STATUS's value is "planned", "possible",
    "attempted", "ongoing" or "done", its `about` the stem of the verb or noun that has it.
    """
    for i, word in enumerate(line.words):
        if (word.form in _NEGATING or word.form.endswith("n't")) and (fact := _negation(line, i)):
            yield fact
    yield from status(line)


def _negation(line: Line, i: int) -> Fact | None:
    word, after, first = line.words[i], line.form(i + 1), i
    form = word.form
    if form in _UNTRUE:
        return line.fact(FactType.NEGATION, word.start, word.end, "true", line.before(i, 3, 6))
    if form in _NONE:
        if after in _IDLE or not after or after[0].isdigit() or line.gap(i + 1) != " ":
            return None
    elif form in _NOT or form.endswith("n't"):
        if after in _IDLE or (form == "not" and line.form(i - 1) in _OPEN):
            return None
        if line.form(i - 1) in _AUXILIARIES and not line.walled(i):
            first = i - 1
    elif (form in _DENY_TO and after != "to") or (form in _RULE_OUT and after != "out"):
        return None
    told = form in _DENY | _DENY_TO | _RULE_OUT
    at = line.meant(i + 1, 9 if told else 6)  # "denied on Wednesday that she had ever lied"
    if at < 0 and form in {"no", "without", "neither", "nor"}:
        return None
    rest = i if told else i + 1 if after and not line.walled(i + 1) else first
    value = line.words[at if at >= 0 else rest].stem.removesuffix("n't")
    about = line.after(at + 1) if at >= 0 else line.before(first)
    end = line.words[max(at, i)].end
    return line.fact(FactType.NEGATION, line.words[first].start, end, value, about)
