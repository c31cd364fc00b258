"""Whether two articles are the same: by bytes, by address, by their words."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from reader.model import Article

# What is added to addresses to see where readers come from, and never changes the page.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|cmpid|cmp|ocid|ito|ns_\w+|at_\w+"
    r"|smid|smtyp|partner|ref|ref_src|ref_url|referrer|taid|__twitter_impression|amp|outputtype",
    re.IGNORECASE,
)
_SHINGLE = 4
_NEAR = 0.6
_ALL = 0.9


@lru_cache(maxsize=4096)
def canonical(url: str) -> str:
    """An address without what does not tell pages apart; "" for what is no web address.

    Scheme, "www." and "amp." before the host, the port, tracking, the fragment and a slash at the
    end go; the rest of the query is put in order.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    host = re.sub(r"^(?:www\d?|m|amp|mobile)\.(?=.+\.)", "", host.lower())
    query = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(pair[0])
    )  # fmt: skip
    path = re.sub(r"(?:/amp)?/*$", "", re.sub(r"^/+amp/", "/", parts.path))
    return f"{host}{path}" + (f"?{urlencode(query)}" if query else "")


def related(a: str, b: str) -> bool:
    """Whether two addresses are of one site, or one of a site inside the other's."""
    one, other = (canonical(url).partition("/")[0].partition("?")[0] for url in (a, b))
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def same_text(a: Article, b: Article) -> bool:
    """Whether two articles say the same, white space aside."""
    return a.text.split() == b.text.split()


def is_excerpt(part: Article, whole: Article) -> bool:
    """Whether an article is less than half of another, word for word, as feeds show of reports."""
    shorter = 2 * len(part.text.split()) < len(whole.text.split())
    return shorter and near(part.text, whole.text) >= _ALL


def is_version(a: Article, b: Article) -> bool:
    """Whether one is a newer text of the other: of one address, or of one outlet and near in words.

    Nearly the same text in two outlets is an agency's, and both are reports.
    """
    here, there = canonical(a.url), canonical(b.url)
    # A site's front page shows another report every hour.
    if here == there and ("/" in here or "?" in here):
        return True
    if a.outlet.casefold() != b.outlet.casefold():
        return False
    return near(a.text, b.text) >= _NEAR


def near(a: str, b: str) -> float:
    """How much of the shorter text stands in the other, 0 to 1: the share of its runs of words.

    Containment of word shingles (Broder 1997), so that a text that has grown is still the same.
    """
    here, there = _runs(a), _runs(b)
    if not here or not there:
        return 0.0
    return len(here & there) / min(len(here), len(there))


@lru_cache(maxsize=2048)
def _runs(text: str) -> frozenset[int]:
    """The runs of words in a text, each as its hash: as sure, and a tenth of the memory."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(map(hash, zip(*(words[start:] for start in range(_SHINGLE)), strict=False)))
