"""Mail and newsletters: the words of a message as its reader sees them, with sender and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from reader.model import Article, ReaderError
from reader.sources.article import article
from reader.sources.blocks import Block, blocks, parse
from reader.sources.dates import moment
from reader.sources.decoding import decode
from reader.sources.heading import Heading
from reader.sources.intake import Source
from reader.sources.outlets import outlet_at

_HEADERS = re.compile(r"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_NAME = re.compile(r"^([!-9;-~]+):", re.MULTILINE)
_TELLING = {"date", "subject", "message-id", "received", "mime-version", "to", "delivered-to"}
_ANSWERED = re.compile(r"^(?:(?:fwd?|re|aw|wg)\s*:\s*)+", re.IGNORECASE)
_SERVICE = re.compile(
    r"unsubscribe|view (?:it |this |online|in )|in your browser|preferences|privacy|forward this"
    r"|update your|manage your",
    re.IGNORECASE,
)
_DEEPEST = 20


def recognises(source: Source) -> bool:
    """Whether the file begins with the headers of a message."""
    return len({"from", *_TELLING} & headers(source.start)) > 2 and "from" in headers(source.start)


def headers(start: str) -> set[str]:
    """The names of the header lines that a text begins with, in small letters."""
    found = _HEADERS.match(start.replace("\r\n", "\n"))
    return {name.lower() for name in _NAME.findall(found[0])} if found else set()


def read(source: Source) -> list[Article]:
    """The message, and those that were attached to it.

    Raises ReaderError for a message without words, or with messages nested too deep.
    """
    message = message_from_bytes(source.raw, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise ReaderError(f"cannot read {source.path}: a damaged message")
    return list(_articles(source, message, 0))


def _articles(source: Source, message: EmailMessage, depth: int) -> Iterator[Article]:
    if depth > _DEEPEST:
        raise ReaderError(
            f"cannot read {source.path}: messages nested too deep; save the inner one"
        )
    attached = list(message.iter_attachments()) if message.is_multipart() else []
    messages = [part for part in attached if part.get_content_type() == "message/rfc822"]
    text, left_out = _text(source, message)
    names = [part.get_filename() or part.get_content_type() for part in attached]
    left_out += [f"attachment: {name}" for name in names if name != "message/rfc822"]
    if text.strip() or not messages:
        yield article(source, text, _heading(message), left_out)
    for part in messages:
        inner = part.get_payload(0)
        if isinstance(inner, EmailMessage):
            yield from _articles(source.part(inner.as_bytes()), inner, depth + 1)


def _heading(message: EmailMessage) -> Heading:
    name, address = parseaddr(_header(message, "from"))
    domain = address.rpartition("@")[2]
    return Heading(
        headline=_ANSWERED.sub("", _header(message, "subject")),
        outlet=name or (outlet_at(f"https://{domain}") if domain else ""),
        published=moment(_header(message, "date")),
    )


def _header(message: EmailMessage, name: str) -> str:
    """What a header says; "" for one that the library's own parser falls over."""
    try:
        return str(message.get(name, ""))
    except (AttributeError, IndexError, RecursionError, ValueError):
        return ""


def _text(source: Source, message: EmailMessage) -> tuple[str, list[str]]:
    """The words of a message, its HTML before its plain text, and what of them is left out."""
    part = message.get_body(("html", "plain"))
    raw = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(raw, bytes) or not raw.strip():
        return "", []
    content = decode(raw, source.path, part.get_content_charset() or "")
    if part.get_content_subtype() != "html":
        return _unflowed(content) if part.get_param("format") == "flowed" else content, []
    try:
        shown = blocks(parse(content))
    except ValueError:
        return "", []
    kept = [block for block in shown if not _is_service(block)]
    dropped = sum(len(block.text.split()) for block in shown if _is_service(block))
    left_out = [f"links of the newsletter itself: {dropped:,} words"] if dropped else []
    return "\n\n".join(block.text for block in kept), left_out


def _is_service(block: Block) -> bool:
    """Whether the words are for leaving, forwarding or seeing the newsletter elsewhere."""
    return bool(block.linked and len(block.text) < 200 and _SERVICE.search(block.text))


def _unflowed(text: str) -> str:
    """Text as it was before it was broken into lines for sending (RFC 3676)."""
    return re.sub(r"(?<=\S) \n(?=[^\s>])", " ", text.replace("\r\n", "\n"))
