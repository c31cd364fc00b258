"""Attribution: who says, claims, denies or is believed to, with which standing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.language.line import Line
from reader.language.periods import WEEKDAYS
from reader.language.roles import ABBREVIATED, ROLES
from reader.language.words import adverb, listed
from reader.model import Fact, FactType

_VERBS = {
    "said": """
        say says said saying tell tells told state stated stating add adds added adding note
        noted noting write writes wrote explain explains explained reply replied tweeted
        tweets remarked commented declare declares declared recall recalled recalling
        testified testify testifies continued quipped tweeting joked asked asks answered
        telling wrote writing declaring explaining according
    """,
    "announced": "announce announces announced announcing reveal reveals revealed disclosed",
    "confirmed": "confirm confirms confirmed confirming",
    "claimed": """
        claim claims claimed claiming argue argues argued arguing insist insists insisted insisting
        maintain maintains maintained assert asserts asserted asserting contend contends contended
    """,
    "alleged": "allege alleges alleged alleging allegedly allegation allegations",
    "accused": "accuse accuses accused accusing accusation accusations blame blames blamed blaming",
    "denied": """
        deny denies denied denying denial denials refute refutes refuted dispute disputes disputed
        reject rejects rejected rejecting rebuffed
    """,
    "believed": """
        believe believes believed believing thought suspect suspects suspected fear fears feared
        fearing estimate estimates estimated speculated concluded concludes doubt doubts doubted
    """,
    "reported": "report reports reported reporting reportedly apparently purportedly supposedly",
    "suggested": "suggest suggests suggested suggesting indicated indicates indicating hinted",
    "warned": "warn warns warned warning cautioned",
    "admitted": """
        admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging concede
        concedes conceded conceding confessed
    """,
    "promised": "promise promises promised vow vows vowed pledge pledges pledged",
}
STANDING = {form: value for value, forms in _VERBS.items() for form in forms.split()}

# These say how a thing is known and need nobody who says it.
_UNSAID = listed(
    "allegedly reportedly apparently purportedly supposedly allegation allegations accusation "
    "accusations denial denials"
)
# Forms that are nouns or adjectives too: verbs only where somebody stands right before them.
_DOUBTFUL = listed(
    "state note report reports claim claims fear fears suspect suspects estimate estimates dispute "
    "disputes promise promises pledge pledges warning blame alleged suspected estimated reported "
    "doubt doubts recall reporting tweets continued writing promised rejected "
    "maintain maintained feared believed thought respond added add stated ask"
)
_PASSIVE = listed(
    "said believed thought accused alleged reported suspected estimated feared blamed"
)
_PRONOUNS = listed("he she they it we i you")
_PLACING = listed("in at from near outside the")
_NOT = listed("not never cannot")
_BEING = listed("is are was were be been being")
_BETWEEN = listed(
    "has have had also later then now again repeatedly once even still already first previously "
    "earlier do does did would will could may might never not both all hadn't didn't hasn't just "
    "himself herself themselves today yesterday on"
)
_DETERMINERS = listed("the a an his her their its our my one another some several many two who")


def attributions(line: Line, names: Sequence[Fact] = ()) -> Iterator[Fact]:
    """The attributions of `line`, whose `names` are known, as ATTRIBUTION facts in order.

    The value is how it is said: "said", "claimed", "alleged", "accused", "denied", "believed"
    and so on. `about` is who says it: a name's normal form, a pronoun or a noun; "" if unsaid.
    """
    told = [i for i, word in enumerate(line.words) if word.form in STANDING]
    if not told:
        return
    named = _named(line, [fact for fact in names if fact.type is FactType.NAME])
    named |= dict.fromkeys(
        _named(line, [fact for fact in names if fact.type is FactType.PLACE]), ""
    )
    speaker = ""
    for i in told:
        word, end = line.words[i], line.words[i].end
        if word.form == "according":
            who = _after(line, named, i + 2) if line.form(i + 1) == "to" else None
            end = line.words[i + 1].end if who is not None else end
        else:
            who = _who(line, named, i, speaker)
        if who is not None:
            speaker = who or speaker
            yield line.fact(FactType.ATTRIBUTION, word.start, end, STANDING[word.form], who)


def _named(line: Line, names: Sequence[Fact]) -> dict[int, str]:
    """The words that belong to `names`, each with the name's normal form."""
    named: dict[int, str] = {}
    i = 0
    for fact in names:
        start, end = fact.span.start - line.start, fact.span.end - line.start
        while i < len(line.words) and line.words[i].start < end:
            if line.words[i].start >= start and isinstance(fact.value, str):
                named[i] = fact.value
            i += 1
    return named


def _who(line: Line, named: dict[int, str], i: int, speaker: str) -> str | None:
    """Who speaks by the verb at word `i`; None if it is no attribution."""
    form = line.form(i)
    if form in _UNSAID:
        return ""
    j = i - 1
    while j >= 0 and not line.walled(j + 1) and _passed_over(line, j):
        j -= 1
    if line.form(i - 1) in _NOT or line.form(i - 1).endswith("n't"):
        return None
    if j >= 0 and line.form(j) in _BEING and not line.walled(j + 1):
        if form not in _PASSIVE:
            return None
        by = next((k for k in range(i + 1, i + 4) if line.form(k) == "by"), None)
        return _after(line, named, by + 1) if by else ""
    close = j >= 0 and not line.walled(j + 1)
    if form in _DOUBTFUL:
        closes = i + 1 == len(line.words) or line.walled(i + 1) or line.form(i + 1) == "that"
        stands = close and (j in named or line.form(j) in _PRONOUNS or closes)
        if close and line.end(j) < line.words[j].end:
            return None
        perfect = line.form(i - 1) in {"has", "have", "had"}
        return _before(line, named, j) if stands or perfect else None
    if form.endswith("ing"):
        first = next((k for k, name in named.items() if name), i)
        return speaker or (named[first] if first < i else "")
    who = _before(line, named, j) if j >= 0 and '"' not in line.gap(i) else ""
    if not who and line.walled(i) and line.gap(i + 1) == " ":
        who = _after(line, named, i + 1)
    who = who or (_before(line, named, j) if j >= 0 else "") or speaker
    return who if who and who not in {"i", "you"} else None


def _passed_over(line: Line, j: int) -> bool:
    form = line.form(j)
    return form in _BETWEEN or adverb(form) or form in WEEKDAYS


def _after(line: Line, named: dict[int, str], i: int) -> str:
    """The speaker whose words begin at word `i`: "said Romney", "according to her publicist"."""
    noun = ""
    for j in range(i, min(i + 7, len(line.words))):
        if j > i and line.walled(j):
            apposed = line.gap(j) == ", " and noun
            titled = (k for k in (j, j + 1, j + 2) if named.get(k))
            return named.get(next(titled, -1), noun) if apposed else noun
        form = line.form(j)
        if named.get(j) and not (line.form(j + 1) in ROLES and not line.walled(j + 1)):
            return named[j]
        if form in _PRONOUNS and j == i:
            return form
        if form in ABBREVIATED:
            continue
        timed = form in _BETWEEN or form in WEEKDAYS or adverb(form)
        if timed or (line.words[j].stop and form not in _DETERMINERS):
            return noun
        if form not in _DETERMINERS and j not in named and not form[0].isdigit():
            noun = form
    return noun


def _before(line: Line, named: dict[int, str], j: int) -> str:
    """The speaker whose words end with word `j`: "Reid said", "officials in Hawaii said"."""
    while j > 0 and named.get(j) == "" and not line.walled(j + 1):
        j -= 1 + (line.form(j - 1) in _PLACING)
    if j < 0:
        return ""
    if named.get(j):
        return named[j]
    form = line.form(j)
    if form in _PRONOUNS:
        return form
    if line.walled(j + 1) or form == "who":
        # "Ketsoyan, her publicist, said": the name in front of what stands between commas.
        for k in range(j - 1, max(j - 14, -1), -1):
            if named.get(k) and line.gap(k + 1) == ", ":
                return named[k]
            if line.gap(k + 1).strip(" ,.-"):
                return ""
        return ""
    if line.words[j].stop or form[0].isdigit():
        return ""
    owner = named.get(j - 1, "") if not line.walled(j) else ""
    return f"{owner} {form}".strip()
