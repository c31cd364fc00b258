"""Exports of press databases come apart into their stories."""

import io
import zipfile
from datetime import date
from html import escape

import pytest

from reader.library import open_story
from reader.model import ReaderError
from reader.sources import Source, read_source

NEXIS = """User Name: Desk
Date and Time: Tuesday, June 18, 2024 9:00 AM
Documents (2)
1. Harbour bridge closed
2. Ferries run all night
About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2024 LexisNexis

Harbour bridge closed

The Eastport Courier

June 18, 2024 Tuesday 10:00 AM GMT

Copyright 2024 Courier Media All Rights Reserved

Section: NEWS; Pg. 1

Length: 11 words

Byline: Nora Lindqvist in Eastport

Body

The bridge was closed on Tuesday.

Nobody was hurt.

Load-Date: June 18, 2024

End of Document

Ferries run all night

The Port Gazette

June 19, 2024 Wednesday

Copyright 2024 Port Gazette

Length: 8 words

Body

The ferries ran until two in the morning.

Load-Date: June 19, 2024

End of Document
"""

OLD_NEXIS = """                               1 of 2 DOCUMENTS


                              The Eastport Courier

                             June 18, 2024 Tuesday
                              Late Edition - Final

Harbour bridge closed

BYLINE: By NORA LINDQVIST

SECTION: Section A; Pg. 1

LENGTH: 11 words

DATELINE: EASTPORT

  The bridge was closed on Tuesday.

  Nobody was hurt.

LOAD-DATE: June 18, 2024

LANGUAGE: ENGLISH

                               2 of 2 DOCUMENTS


                              The Port Gazette

                            June 19, 2024 Wednesday

Ferries run all night

LENGTH: 8 words

  The ferries ran until two in the morning.

LOAD-DATE: June 19, 2024
"""

FACTIVA = """Harbour bridge closed
By Nora Lindqvist
11 words
18 June 2024
10:00
The Eastport Courier
EASTC
English
(c) 2024 Courier Media

The bridge was closed on Tuesday.

Nobody was hurt.

Document EASTC00020240618ek6i000m1

Ferries run all night
8 words
19 June 2024
The Port Gazette
PORTG
English
Copyright 2024 Port Gazette

The ferries ran until two in the morning.

Document PORTG00020240619ek6j000m2
"""

FIELDS = """HD
Harbour bridge closed
BY
By Nora Lindqvist
WC
11 words
PD
18 June 2024
SN
The Eastport Courier
SC
EASTC
LA
English
CY
(c) 2024 Courier Media
LP
The bridge was closed on Tuesday.
TD
Nobody was hurt.
PUB
Courier Media
AN
Document EASTC00020240618ek6i000m1

HD
Ferries run all night
WC
8 words
PD
19 June 2024
SN
The Port Gazette
LP
The ferries ran until two in the morning.
AN
Document PORTG00020240619ek6j000m2
"""


def rtf(text: str) -> bytes:
    lines = text.replace("©", "\\'a9").split("\n")
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "\\par\n".join(lines) + "}").encode()


def docx(text: str) -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    rows = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{types}"/>')
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body>{rows}</w:body></w:document>',
        )
    return packed.getvalue()


@pytest.mark.parametrize("dressed", [str.encode, rtf, docx])
@pytest.mark.parametrize("export", [NEXIS, OLD_NEXIS, FACTIVA, FIELDS])
def test_each_story_stands_by_itself(export, dressed):
    first, second = read_source(Source(dressed(export), "all.txt", "all"))
    assert [first.headline, second.headline] == ["Harbour bridge closed", "Ferries run all night"]
    assert [first.outlet, second.outlet] == ["The Eastport Courier", "The Port Gazette"]
    assert [first.published, second.published] == [date(2024, 6, 18), date(2024, 6, 19)]
    assert first.byline.casefold().startswith("nora lindqvist")
    for words in ("The bridge was closed on Tuesday.", "Nobody was hurt."):
        assert words in first.text
        assert words not in second.text
    assert second.text.strip().endswith("The ferries ran until two in the morning.")
    for furniture in ("Length:", "LENGTH", "words", "Document", "Load-Date", "LOAD-DATE", "(c)"):
        assert furniture not in first.text + second.text
    assert first.sha256 != second.sha256


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "exports.toml"


def test_a_reporter_adds_an_export_of_their_own(own):
    own.write_text(
        "[wire]\nsigns = ['<<<', '>>>']\nheadline = '(.+)'\n"
        r"story = '^<<<(?P<head>.*)\n(?P<body>(?s:.*?))^>>>'" + "\n"
    )
    wire = "<<<Bridge closed\nThe bridge was closed.\n>>>\n<<<Ferries\nThey ran all night.\n>>>\n"
    articles = read_source(Source(wire.encode(), "wire.txt", "wire"))
    assert [article.headline for article in articles] == ["Bridge closed", "Ferries"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[wire]\nsigns = ['<<<']\nstory = '('\n", r"exports.toml, \[wire\]: story is no pattern"),
        (
            "[wire]\nsigns = ['<<<']\nstory = '<<<'\n",
            r"story needs \(\?P<head>…\) and \(\?P<body>…\)",
        ),
        ("[wire]\nsigns = ['<<<']\n", "story is no pattern"),
        ("[wire]\nsigns = ['<<<']\nheadline = '.+'\n", r"headline needs \(…\)"),
        ("[wire]\nsigns = '<<<'\n", "signs must be a list"),
        ("wire = 3", "signs must be a list"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_said(own, written, said):
    own.write_text(written)
    with pytest.raises(ReaderError, match=said):
        read_source(Source(b"<<<Bridge closed\nThe bridge was closed.\n", "wire.txt", "wire"))


def test_a_broken_table_is_refused_with_its_line(own):
    own.write_text("[wire\n")
    with pytest.raises(ReaderError, match=r"exports.toml: .*line 1"):
        read_source(Source(b"The bridge was closed.\n", "a.txt", "a"))


def test_a_report_that_has_the_signs_by_chance_is_one_report():
    text = "# A Document\n\nIt has 12 words in English, said *nobody*.\n"
    (article,) = read_source(Source(text.encode(), "a.md", "a", ".md"))
    assert article.text == "A Document\n\nIt has 12 words in English, said nobody."


def test_signs_need_not_be_ascii(own):
    own.write_text(
        "[wire]\nsigns = ['Länge:']\nheadline = '(.+)|x'\n"
        r"story = '^(?P<head>.*)\n(?P<body>(?s:.*?))^Länge:.*$'" + "\n"
    )
    wire = "Brücke zu\nDie Brücke ist zu.\nLänge: 4\n".encode()
    assert [one.headline for one in read_source(Source(wire, "a.txt", "a"))] == ["Brücke zu"]


def test_an_agencys_copy_in_two_outlets_is_two_reports(tmp_path):
    """What an export has of a story is more than its text: the same text may stand there twice."""
    twice = NEXIS.replace("The ferries ran until two in the morning.\n", "Nobody was hurt.\n")
    twice = twice.replace("The bridge was closed on Tuesday.\n\n", "")
    (tmp_path / "all.txt").write_text(twice)
    story = open_story([tmp_path])
    assert [one.outlet for one in story.articles] == ["The Eastport Courier", "The Port Gazette"]
    assert story.faults == ()
    assert b"Byline: Nora Lindqvist" in story.articles[0].raw
