"""Bytes become text: UTF-8 first, then what marks or betrays UTF-16, then by detection."""

from __future__ import annotations

import codecs
import re

from reader.model import ReaderError, sanitise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536

# Controls that no writer of text produces. Not among them: tabs and line ends, and BEL, BS and
# ESC, which recordings of a terminal and hostile files contain; those are text to be sanitised.
_UNTYPED = bytes({*range(1, 32)} - {*b"\a\b\t\n\v\f\r\x1b"})

# Encodings that reports still come in; the many others that the detector knows draw texts away.
_LIVING = [*(f"cp{page}" for page in (874, 949, 1250, 1251, *range(1253, 1259)))]
_LIVING += ["iso8859_2", "koi8_r", "koi8_u", "mac_roman"]
_LIVING += ["big5", "euc_jp", "euc_kr", "gb18030", "shift_jis"]
_CENTRAL = {"Croatian", "Czech", "Hungarian", "Polish", "Romanian", "Slovak", "Slovene"}

# What Windows-1252 makes of bytes that some other encoding wrote: letters that no language of
# Western Europe but Icelandic has, superscripts inside words, capitals in the middle of words.
_FOREIGN = re.compile(r"[ÐÝÞðýþŠšŽž\x81\x8d\x8f\x90\x9d]|[^\W\d_][¹³¿]|[a-z][À-ÖØ-Þ]")


def decode(raw: bytes, name: str, declared: str = "") -> str:
    """The text of `raw`, sanitised, every character kept as it was written.

    The encoding that is `declared` is believed only where the bytes can be read in it: what a
    server says of its pages is often wrong.

    Raises ReaderError, naming `name`, when the bytes are not text.
    """
    text = sanitise(_decode(raw, name, declared))
    if not text.strip():
        raise ReaderError(f"cannot read {name}: there are no words in it")
    return text


def opening(raw: bytes) -> str:
    """The first characters of a text, for telling what it is; not fit for the screen."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    return raw.decode(_unmarked_utf16(raw) or "utf-8", "replace")


def _decode(raw: bytes, name: str, declared: str) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if order := _unmarked_utf16(raw[:_SAMPLE]):
        return raw.decode(order, "replace")
    if not _is_typed(raw):
        raise ReaderError(f"cannot read {name}: not text, a binary file; save it as text first")
    # Its letters are written as signs of ASCII, with escapes between.
    if declared.casefold().startswith("iso-2022") and b"\x1b" in raw:
        return _as_declared(raw, declared) or raw.decode("ascii", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if (text := _damaged_utf8(raw)) is not None:
            return text
        if (text := _as_declared(raw, declared)) is not None:
            return text
        return _detected(raw, error.start)


def _as_declared(raw: bytes, encoding: str) -> str | None:
    """`raw` in an encoding for text; None where there is no such or the bytes are not of it."""
    try:
        # Browsers read Latin-1 as Windows-1252, and pages are written for them.
        latin = codecs.lookup(encoding).name in ("iso8859-1", "ascii")
        return raw.decode("cp1252" if latin else encoding)
    except (LookupError, ValueError):
        return None


def _is_typed(raw: bytes) -> bool:
    """Whether there are no zero bytes and next to no controls, as in text."""
    return b"\0" not in raw and len(raw) - len(raw.translate(None, _UNTYPED)) <= len(raw) // 50


def _unmarked_utf16(sample: bytes) -> str | None:
    """The byte order of text that is Latin for the most part, so that every other byte is 0."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for order, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if many > 0.4 * half and few < 0.05 * half:
            text = sample.decode(order, "replace").encode("utf-8", "replace")
            return order if _is_typed(text) else None
    return None


def _damaged_utf8(raw: bytes) -> str | None:
    """UTF-8 with a few bad bytes, as of a file cut off in the middle of a character."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if beyond_ascii - bad > 4 * bad else None


def _detected(raw: bytes, first: int) -> str:
    """Windows-1252 where it makes sense, else what charset-normalizer finds in a sample.

    On short Western texts the detector alone takes curly quotes for Polish or Chinese.
    """
    # A sample that ends inside a character would rule out the right encoding.
    end = raw.find(b"\n", first + _SAMPLE)
    sample = raw[max(0, raw.rfind(b"\n", 0, first)) : end if end > 0 else len(raw)][: 4 * _SAMPLE]
    beyond_ascii = len(sample) - len(sample.decode("ascii", "ignore"))
    western = sample.decode("cp1252", "replace")
    if beyond_ascii < 0.3 * len(sample) and not _FOREIGN.search(western.replace("\ufffd", "\x81")):
        return raw.decode("cp1252", "replace")

    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_LIVING).best()
    encoding = best.encoding if best else "cp1252"
    # The detector is surer of the language than of the page that its letters stand on.
    if best and best.language in _CENTRAL and encoding.startswith("cp125"):
        encoding = "cp1250"
    return raw.decode(encoding, "replace")
