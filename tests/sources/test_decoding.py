"""Bytes are read in the encoding they were written in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import ReaderError
from reader.sources.decoding import decode

ENGLISH = "“We won’t pay,” President Peña Nieto said — a day after the café meeting.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_english(mark, encoding):
    assert decode(mark + ENGLISH.encode(encoding), "x") == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le président est arrivé à Séoul pour sa première visite, dit l’agence.", "cp1252"),
        ("Südkorea äußerte Sorge über die Lieferungen.", "latin-1"),
        ("Prezydent przybył we wtorek z pierwszą wizytą, są sprzeczne z rezolucjami.", "cp1250"),
        (
            "Şimdi iki ülke arasında yeni bir anlaşma imzalanıyor, dedi sözcü. Komşu ülke ise silah"
            " sevkiyatından endişe duyduğunu açıkladı.",
            "cp1254",
        ),
        ("Президент прибыл во вторник в столицу с первым за годы визитом.", "cp1251"),
        ("Президент прибыл во вторник в столицу с первым за годы визитом.", "koi8_r"),
        ("Ο πρόεδρος έφτασε την Τρίτη στην πρωτεύουσα για πρώτη φορά.", "cp1253"),
        ("总统星期二抵达首都，这是他多年来首次访问。邻国表示关切。", "gb18030"),
        ("大統領は火曜日、首都を訪問した。隣国は懸念を表明した。", "shift_jis"),
    ],
)
def test_other_languages(text, encoding):
    assert decode(text.encode(encoding), "x") == text


def test_a_few_bad_bytes_do_not_spoil_utf8():
    raw = ENGLISH.encode() * 3
    assert decode(raw + b"\xe2\x80", "x") == ENGLISH * 3 + "\ufffd"


def test_line_ends_of_all_systems():
    assert decode(b"a\r\nb\rc\nd", "x") == "a\nb\nc\nd"


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1))
def test_utf8_always_comes_back(text):
    assert decode(f"Words {text}".encode(), "x") == f"Words {text}"


def test_noise_is_not_text():
    with pytest.raises(ReaderError, match=r"cannot read x\.bin: not text"):
        decode(bytes(range(256)) * 4, "x.bin")


@pytest.mark.parametrize(
    ("raw", "declared", "read"),
    [
        ("caf\xe9 \u20ac".encode("cp1252"), "iso-8859-1", "caf\xe9 \u20ac"),
        ("\u043c\u0438\u0440".encode("koi8-r"), "KOI8-R", "\u043c\u0438\u0440"),
        ("caf\xe9".encode(), "koi8-r", "caf\xe9"),
        (b"caf\xe9", "utf-8", "caf\xe9"),
        (b"caf\xe9", "rot13", "caf\xe9"),
        ("\u6a4b".encode("iso2022_jp"), "ISO-2022-JP", "\u6a4b"),
        (b"caf\xe9", "no such\0", "caf\xe9"),
    ],
)
def test_what_a_sender_declares_is_believed_where_the_bytes_bear_it_out(raw, declared, read):
    assert decode(raw, "page", declared) == read
