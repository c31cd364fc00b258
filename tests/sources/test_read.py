"""Whatever is handed in becomes articles or one clear line."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
import zipfile
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, ReaderError, sanitise, sanitise_line
from reader.sources import intake, read

HOSTILE = "\x1b]0;owned\x07 \x9b2J \x1b]52;c;aGk=\x07 \u202etxt.exe\u2066 [/b] [sic] \\"


def refusal(target) -> str:
    with pytest.raises(ReaderError) as caught:
        read(target)
    message = str(caught.value)
    assert "\n" not in message
    assert sanitise_line(message) == message
    return message


def strings(article: Article) -> dict[str, str]:
    values = {field.name: getattr(article, field.name) for field in fields(article)}
    return {name: value for name, value in values.items() if isinstance(value, str)}


def test_an_article_keeps_what_came(tmp_path):
    path = tmp_path / "the-evening-post.txt"
    raw = b"Mayor resigns over bridge\r\n\r\nShe said so on Tuesday.\r\n"
    path.write_bytes(raw)

    (article,) = read(path)

    assert article.raw == raw
    assert article.sha256 == sha256(raw).hexdigest()
    assert article.path == str(path)
    assert article.outlet == "The Evening Post"
    assert article.headline == "Mayor resigns over bridge"
    assert article.text == "Mayor resigns over bridge\n\nShe said so on Tuesday.\n"


def test_characters_stay_as_they_were_written(tmp_path):
    text = "Cafe\u0301 and café, “quoted”…\u00a0🙂 end\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert read(tmp_path / "a.txt")[0].text == text


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Words came in.\n")))
    (article,) = read("-")
    assert (article.text, article.path) == ("Words came in.\n", "standard input")
    assert article.outlet == "Standard Input"

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert refusal("-") == "cannot read standard input: it is empty"
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-") == "cannot read standard input: it is empty"


def test_refusals_name_the_file_and_the_reason(tmp_path):
    assert "no such file" in refusal(tmp_path / "nowhere.txt")
    assert "open it as a story" in refusal(tmp_path)
    assert "no file can have this name" in refusal("a\0b")

    for content, reason in (
        (b"", "it is empty"),
        (b" \n\t\r\n", "no words"),
        (b"\xef\xbb\xbf", "no words"),
        (b"\0\1", "not text, a binary file"),
        (b"a\0b\0\0c", "not text, a binary file"),
        (bytes(range(1, 32)) * 3, "not text, a binary file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "an image (PNG)"),
        (b"RIFF\1\2\3\4WEBP", "an image (WebP)"),
        (b"SQLite format 3\0...", "a database (SQLite)"),
        (b'{"sentences": []}\n', "data (JSON)"),
        (b'{"sentences": [' + b"1, " * 9000 + b"1]}\n", "data (JSON)"),
    ):
        path = tmp_path / "thing.txt"
        path.write_bytes(content)
        message = refusal(path)
        assert str(path) in message
        assert reason in message


def test_archives_are_told_by_what_is_in_them(tmp_path):
    for part, kind in (("xl/workbook.xml", "an Excel file"), ("notes.txt", "an archive (zip)")):
        path = tmp_path / "report.docx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(part, "words")
        assert refusal(path).endswith(f"report.docx: {kind}; save what it says as text")


def forbid(*_):
    raise PermissionError(13, "Permission denied")


def test_a_forbidden_file(tmp_path, monkeypatch):
    (tmp_path / "secret.txt").write_text("words")
    monkeypatch.setattr(Path, "open", forbid)
    assert "no permission" in refusal(tmp_path / "secret.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in refusal(tmp_path / "pipe")
    assert "not a file" in refusal(os.devnull)


def test_ten_megabytes_on_one_line_are_refused(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"word after word, " * 600_000)
    assert "too large, the most is 5 MB" in refusal(path)


@pytest.mark.parametrize("unit", ["<!-- -->", "---\n", "[", "a: b\n", "— ", "By A ", "3 May "])
def test_no_repetition_makes_reading_slow(tmp_path, unit):
    path = tmp_path / "odd.md"
    path.write_text("---\n" + unit * 200_000)
    began = time.process_time()
    read(path)
    assert time.process_time() - began < 5


def test_more_than_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "LARGEST", 1_000_000)
    path = tmp_path / "endless.txt"
    path.write_bytes(b"x" * 1_000_001)
    assert refusal(path) == (f"cannot read {path}: too large, the most is 1 MB; cut it up")


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_hostile_text_and_names_are_made_harmless(tmp_path, suffix):
    name = HOSTILE.replace("/", "") + suffix
    front = f"---\ntitle: {HOSTILE}\nauthor: {HOSTILE}\nurl: http://x/{HOSTILE}\n---\n"
    path = tmp_path / name
    path.write_text(f"{front}{HOSTILE}\n\nBy {HOSTILE}\n\nBody {HOSTILE}\n", encoding="utf-8")

    (article,) = read(path)

    for value in strings(article).values():
        assert sanitise(value) == value
    assert "[sic]" in article.text
    assert "[/b]" in article.text


def test_escapes_in_toml_cannot_carry_controls(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text('+++\ntitle = "a\\u001b]0;x\\u0007\\nb"\n+++\nWords.\n')
    assert read(path)[0].headline == "a\ufffd]0;x\ufffd b"


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_not_text(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("Words.")
    (article,) = read(path)
    assert article.outlet == "Caf\ufffd"
    article.path.encode()


FRONT = ["---", "+++", "title: x", "title = 'x'", "date: 2024-13-45", "key:", "- [[", "# A title"]
NAMED = ["By Jane Doe", "By ,", "OSLO (AP) — It", "Agencıa EFE contributed", "© 2024 AP"]
DATED = ["Published Feb 31, 2013", "ſept 3, 2013", "1.1.2013 | Updated 10:30", "²/²/2013"]
ODD = ["A line\x1b[2J", "&#27;[2J", "[x]: y", "{", "<html", "<b>", "1) x", ""]
LINES = st.sampled_from([*FRONT, *NAMED, *DATED, *ODD])
CONTENT = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(LINES | st.text(max_size=30), max_size=12).map(
        lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass")
    ),
    st.text(max_size=60).map(lambda text: text.encode("utf-16", "surrogatepass")),
)


@settings(max_examples=100, deadline=None)
@given(content=CONTENT, suffix=st.sampled_from([".txt", ".md", ""]))
def test_any_bytes_are_safe_articles_or_one_clear_line(tmp_path_factory, content, suffix):
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(content)
    try:
        articles = read(path)
    except ReaderError as error:
        message = str(error)
        articles = []
    else:
        message = "read"
        assert articles
    assert sanitise_line(message) == message
    for article in articles:
        assert article.raw == content
        assert article.text.strip()
        assert article.outlet
        for name, value in strings(article).items():
            assert sanitise(value) == value
            assert name == "text" or sanitise_line(value) == value


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=200))
def test_plain_text_loses_no_character(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "kept.txt"
    path.write_text(f"Words. {text}", encoding="utf-8")
    assert read(path)[0].text == f"Words. {text}"


def test_reading_plain_text_is_light():
    code = (
        "import sys, reader.sources as s; s.read(sys.argv[1]);"
        "print([m for m in ('charset_normalizer', 'markdown_it', 'rich') if m in sys.modules])"
    )
    run = [sys.executable, "-c", code, __file__]
    found = subprocess.run(run, capture_output=True, text=True, check=True)
    assert re.fullmatch(r"\[\]\s*", found.stdout)
