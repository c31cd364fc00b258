"""What outlets are called that publish at an address: the reporter's table, then a small one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reader.library.web.hosts import place
from reader.model import Article, ReaderError, sanitise_line
from reader.sources import toml

_KNOWN = {
    "abcnews.go.com": "ABC News",
    "afp.com": "AFP",
    "aljazeera.com": "Al Jazeera",
    "apnews.com": "AP",
    "axios.com": "Axios",
    "bbc.co.uk": "BBC",
    "bbc.com": "BBC",
    "bloomberg.com": "Bloomberg",
    "cbsnews.com": "CBS News",
    "cnn.com": "CNN",
    "dw.com": "Deutsche Welle",
    "economist.com": "The Economist",
    "elpais.com": "El País",
    "faz.net": "FAZ",
    "foxnews.com": "Fox News",
    "france24.com": "France 24",
    "ft.com": "Financial Times",
    "haaretz.com": "Haaretz",
    "huffpost.com": "HuffPost",
    "independent.co.uk": "The Independent",
    "latimes.com": "Los Angeles Times",
    "lemonde.fr": "Le Monde",
    "nbcnews.com": "NBC News",
    "npr.org": "NPR",
    "nytimes.com": "The New York Times",
    "politico.com": "Politico",
    "politico.eu": "Politico Europe",
    "rt.com": "RT",
    "reuters.com": "Reuters",
    "scmp.com": "South China Morning Post",
    "news.sky.com": "Sky News",
    "spiegel.de": "Der Spiegel",
    "sueddeutsche.de": "Süddeutsche Zeitung",
    "tass.com": "TASS",
    "telegraph.co.uk": "The Telegraph",
    "theguardian.com": "The Guardian",
    "thehindu.com": "The Hindu",
    "thetimes.com": "The Times",
    "time.com": "Time",
    "usatoday.com": "USA Today",
    "vox.com": "Vox",
    "washingtonpost.com": "The Washington Post",
    "wsj.com": "The Wall Street Journal",
    "xinhuanet.com": "Xinhua",
    "yna.co.kr": "Yonhap",
}


def load_outlets(file: Path) -> dict[str, str]:
    """The reporter's table: lines `"example.org" = "The Example"`; empty where there is none.

    Raises ReaderError, naming the file and the line or the key, when it cannot be used.
    """
    shown = sanitise_line(str(file))
    try:
        written = toml.parse(file.read_bytes().decode("utf-8-sig"), shown)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "save it as UTF-8"
        raise ReaderError(f"cannot read {shown}: {reason}") from error
    for site, name in written.items():
        if not isinstance(name, str) or not sanitise_line(name):
            raise ReaderError(f'{shown}: "{sanitise_line(site)}" must be a name in quotes')
    return {site.casefold().removeprefix("www."): sanitise_line(n) for site, n in written.items()}


def named(article: Article, own: Mapping[str, str], *, guessed: bool) -> Article:
    """The article under the name of its outlet, if its address is one that a table knows.

    The reporter's `own` table holds before what the article says, the small one only where its
    outlet is `guessed` from its address or the name of its file.
    """
    if not article.url:
        return article
    try:
        host = place(article.url).host.removeprefix("www.")
    except ReaderError:
        return article
    name = _of(host, own) or (_of(host, _KNOWN) if guessed else "")
    return replace(article, outlet=name) if name else article


def _of(host: str, table: Mapping[str, str]) -> str:
    """What the table calls `host`, or else the nearest domain above it: of two, the longer."""
    labels = host.split(".")
    above = (".".join(labels[start:]) for start in range(len(labels)))
    return next((table[domain] for domain in above if domain in table), "")
