"""Pages that are not the report that was asked for, or not all of it."""

from __future__ import annotations

import re

from reader.model import Article

_FEW = 250
_CONSENT = re.compile(
    r"\b(?:we (?:and our|use|value)[^.]{0,60}(?:cookies|partners|privacy)|accept all|reject all"
    r"|manage (?:my |your )?(?:cookies|choices|preferences|options)|cookie (?:settings|policy)"
    r"|your privacy (?:choices|rights)|consent to|legitimate interest|before you continue"
    r"|personali[sz]ed ad|store and/or access information|privacy (?:policy|notice|dashboard)"
    r"|wir und unsere partner|alle(?:s)? (?:akzeptieren|ablehnen)|cookie-einstellungen"
    r"|nous et nos partenaires|tout (?:accepter|refuser)|continuer sans accepter"
    r"|nosotros y nuestros socios|(?:aceptar|rechazar) tod[oa]s?|(?:accetta|rifiuta) tutt[oi])",
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(r"^(?:consent|guce|privacy|cmp|myprivacy)\.", re.IGNORECASE)
_CHALLENGE = re.compile(
    r"verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|enable javascript"
    r"|are you a robot|unusual traffic|press (?:&|and) hold|just a moment",
    re.IGNORECASE,
)
_NOT_FREE = re.compile(rb'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_TEASER = re.compile(
    r"(?:subscribe|sign in|log in|register|become a (?:member|subscriber))[^.\n]{0,40}"
    r"(?:to (?:continue|read|keep)|for (?:full|unlimited))|(?:continue|keep) reading\W*$"
    r"|(?:this|the) (?:article|story|content) is (?:reserved )?(?:only )?for subscribers",
    re.IGNORECASE,
)


def stands_before(text: str, host: str) -> str:
    """What the page is that came in place of a report, "" where it looks like one."""
    if len(text.split()) > _FEW:
        return ""
    if _CONSENT_HOST.match(host) or len(set(_found(_CONSENT, text))) > 1:
        return "a consent page"
    if _CHALLENGE.search(text):
        return "a page that keeps programs out"
    return ""


def missing(article: Article) -> list[str]:
    """What shows that the text of a page is not all of its report, a line each."""
    told = []
    words = len(article.text.split())
    if _NOT_FREE.search(article.raw) and words < 2 * _FEW:
        told.append("the page says that it is not free to read: the text may be cut off")
    elif _TEASER.search(article.text[-600:]):
        told.append("the text ends in an invitation to subscribe: it may be cut off")
    elif article.text.rstrip().endswith(("...", "…")):
        told.append("the text ends in the middle of a sentence: it may be cut off")
    return told


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [match.group().casefold() for match in pattern.finditer(text)]
