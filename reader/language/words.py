"""Text becomes words: where each stands, its folded form, its stem, whether it carries meaning.

The one tokenizer of language and compare; two spellings of a word get the same form here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.language.toolkit import alone
from reader.model import Span

if TYPE_CHECKING:
    from nltk.stem.snowball import EnglishStemmer


class Word(NamedTuple):
    """A word at ``[start, end)`` of the text it was taken from.

    `form` is lower case, without accents, dots of an acronym, thousands commas or a possessive;
    `stem` is what inflected forms share; `stop` says that the word carries no news by itself.
    """

    start: int
    end: int
    form: str
    stem: str
    stop: bool


_LETTER = r"[^\W\d_]"
_INNER = r"(?:[^\W_]|[\u0300-\u036f\u00ad])"
WORD = re.compile(
    rf"(?<![^\W_]){_LETTER}(?:\.{_LETTER})+(?![^\W_])\.?"  # U.S., a.m.
    rf"|\d{{1,3}}(?:,\d{{3}})+(?![^\W_])(?:\.\d+)?"  # 1,000.5
    rf"|\d+(?:\.\d+)*{_INNER}*"  # 3.5m, 26th
    rf"|[^\W_]{_INNER}*(?:['’ʼ＇]{_LETTER}{_INNER}*)*(?:(?<=s)['’](?![^\W_]))?"  # O'Connor's
)

_QUOTES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ＇′`´", "'"),
        **dict.fromkeys("“”„‟«»＂″", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        "\u00a0": " ",
    }
)
_ACCENTS = re.compile("[\u0300-\u036f\u00ad]")
_IGNORED = str.maketrans("", "", ".,")

_STOP_WORDS = """
    a about above across after again against all almost along already also although always am
    among an and another any anyone anything are aren't around as at away back be became because
    become been before behind being below between both but by came can can't cannot come could
    couldn't did didn't do does doesn't doing don't done down during each either else ever every
    few for from get gets getting go goes going gone got had hadn't has hasn't have haven't
    having he he'd he'll her here hers herself him himself his how however i i'd i'll i'm i've
    if in into is isn't it it'll its itself just less let like made make many may me might mine
    more most mr mrs ms much must my myself near neither never no nor not nothing now of off
    often on once one only onto or other others our ours ourselves out over own per percent
    perhaps quite rather really said same say saying says shall she she'd she'll should
    shouldn't since so some someone something still such than that that'll the their theirs them
    themselves then there these they they'd they'll they're they've this those though through
    thus to too told toward towards under unless until up upon us very via was wasn't we we'd
    we'll we're we've well went were weren't what whatever when where whether which while who
    whoever whom whose why will with within without won't would wouldn't yet you you'd you'll
    you're you've your yours yourself
"""
STOP = frozenset(_STOP_WORDS.split())

_NO_ADVERBS = """
    supply apply reply fly family rely ally comply imply multiply july italy assembly bully rally
    tally monopoly anomaly melancholy
"""
_LIKE_ADVERBS = frozenset(_NO_ADVERBS.split())

# Forms that no suffix stripper can bring together, each before its base.
_VERBS = """
    said say told tell spoke speak spoken speak gave give given give took take taken take
    went go gone go came come became become saw see seen see made make got get gotten get
    knew know known know thought think felt feel found find left leave lost lose won win
    held hold kept keep met meet led lead brought bring bought buy sold sell sent send spent spend
    built build shot shoot fought fight sought seek caught catch taught teach stood stand
    understood understand sat sit ran run began begin begun begin broke break broken break
    chose choose chosen choose drove drive driven drive rode ride ridden ride wrote write
    written write rose rise risen rise fell fall fallen fall flew fly flown fly grew grow grown grow
    threw throw thrown throw drew draw drawn draw wore wear worn wear swore swear sworn swear
    tore tear torn tear stole steal stolen steal froze freeze frozen freeze hid hide hidden hide
    struck strike stuck stick hung hang dealt deal meant mean heard hear paid pay laid lay
    slew slay slain slay fled flee bled bleed shook shake shaken shake sank sink sunk sink
    swam swim sang sing sung sing lent lend bent bend woke wake slept sleep swept sweep
    forgot forget forgotten forget forgave forgive forgiven forgive withdrew withdraw
    withdrawn withdraw overthrew overthrow shown show proven prove beaten beat born bear
    was be were be been be is be are be has have had have did do done do does do
"""
_NOUNS = """
    men man women woman children child people person wives wife lives life knives knife
    thieves thief better good best good worse bad worst bad
    two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12
    thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20
"""
_IRREGULAR = dict(zip(*[iter((_VERBS + _NOUNS).split())] * 2, strict=True))
PAST = frozenset(_VERBS.split()[::2])
"""The past forms and participles of irregular verbs."""


def words(text: str, at: int = 0) -> list[Word]:
    """The words of `text` in order; a hyphen or dash divides, so "Jong-un" reads as "Jong Un".

    Their offsets count from `at`, where `text` begins.
    """
    return [
        Word(at + match.start(), at + match.end(), *_read(match.group()))
        for match in WORD.finditer(text)
    ]


def words_at(text: str, span: Span) -> list[Word]:
    """The words of a span of `text`, with offsets into `text`."""
    return words(span.of(text), span.start)


def normal(text: str) -> str:
    """The forms of the words of `text`, one space apart: what two spellings of a name share."""
    return " ".join(_form(match.group()) for match in WORD.finditer(text))


def adverb(form: str) -> bool:
    """Whether a folded word looks like an adverb: "vehemently", not "supply"."""
    return form.endswith("ly") and form not in _LIKE_ADVERBS


def listed(text: str) -> frozenset[str]:
    """A list of words written as one string."""
    return frozenset(text.split())


def plain(text: str) -> str:
    """`text` with straight quotes, plain hyphens and plain spaces, character for character."""
    return text.translate(_QUOTES)


def fold(text: str) -> str:
    """`text` in lower case, compatibility forms and accents folded, plain quotes and dashes."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", plain(text))
        text = plain(unicodedata.normalize("NFKC", _ACCENTS.sub("", decomposed)))
    return text.casefold()


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """What the inflected forms of a folded word share (Porter's English Snowball algorithm)."""
    base = _IRREGULAR.get(form, form)
    return base if base.isdigit() else str(_stemmer().stem(base))


@lru_cache(maxsize=65536)
def _read(token: str) -> tuple[str, str, bool]:
    form = _form(token)
    country = token == "US" or "." in token[:-1]
    return form, stem(form), form in STOP and not country


def _form(token: str) -> str:
    form = fold(token)
    if form[0].isdigit():
        form = form.replace(",", "")
    elif "." in form:
        form = form.translate(_IGNORED)
    if form.endswith("'s"):
        form = form[:-2]
    return form.rstrip("'") or form


@cache
def _stemmer() -> EnglishStemmer:
    # nltk takes a quarter of a second to import: it waits for the first word.
    with alone():
        from nltk.stem.snowball import EnglishStemmer
    return EnglishStemmer()
