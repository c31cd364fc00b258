"""Text and what is known about it become an Article; every format ends here."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from reader.model import Article, ReaderError, sanitise, sanitise_line
from reader.sources.heading import Heading, recognise
from reader.sources.intake import Source
from reader.sources.outlets import outlet_at, outlet_from


def article(source: Source, text: str, given: Heading, left_out: Iterable[str] = ()) -> Article:
    """The article of `text`: what is `given`, else what the text shows, else the file's name.

    What is known of the source beforehand overrides both; `left_out` says what of it is not in
    the text.

    A headline that stands only above the text becomes its first line, as every headline is part
    of the text that is compared.

    Raises ReaderError when there is nothing but a heading.
    """
    # A byte order mark is none of the words, and would not come back from the disk.
    text = sanitise(text).lstrip("\ufeff")
    if not text.strip():
        raise ReaderError(f"cannot read {source.path}: there is no text under its heading")
    given = source.known.or_else(given)
    headline = sanitise_line(given.headline)
    start = text.lstrip()[: 2 * len(headline) + 2]
    if headline and not sanitise_line(start).casefold().startswith(headline.casefold()):
        text = f"{headline}\n\n{text}"
    known = given.or_else(recognise(text))
    url = sanitise_line(known.url) or sanitise_line(source.url)
    return Article(
        text=text,
        sha256=sha256(source.raw).hexdigest(),
        outlet=sanitise_line(known.outlet)
        or sanitise_line(outlet_at(url))
        or outlet_from(source.stem),
        headline=sanitise_line(known.headline),
        byline=sanitise_line(known.byline),
        dateline=sanitise_line(known.dateline),
        credit=sanitise_line(known.credit),
        published=known.published,
        url=url,
        retrieved=known.retrieved,
        path=source.path,
        updated=known.updated,
        left_out=tuple(map(sanitise_line, left_out)),
        raw=source.raw,
    )
