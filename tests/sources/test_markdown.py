"""Front matter fills the heading; Markdown is shown as its words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reader.model import ReaderError
from reader.sources import read

MARKED = """# Council closes bridge

The **bridge** is [closed](https://example.org), `officials` said &amp;
left.

- one *cable*
- two cables

3. third

> We had no choice.

***

    indented
"""


def article(folder, text, name="post.md"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)[0]


def test_markdown_is_read_as_words(tmp_path):
    found = article(tmp_path, MARKED)
    assert found.headline == "Council closes bridge"
    assert found.text.split("\n\n") == [
        "Council closes bridge",
        "The bridge is closed, officials said &\nleft.",
        "- one cable",
        "- two cables",
        "3. third",
        "We had no choice.",
        "* * *",
        "indented",
    ]


def test_markdown_is_known_by_its_title_and_other_text_is_left_alone(tmp_path):
    assert article(tmp_path, MARKED, "post.txt").headline == "Council closes bridge"
    plain = "Council closes *bridge*\n\nIt is_closed_now, 2 * 3 * 4.\n"
    assert article(tmp_path, plain, "post.txt").text == plain


@pytest.mark.parametrize("sign", ["> ", "- ", "1) ", "*"])
@pytest.mark.parametrize("depth", [1, 10, 29, 30, 59, 60, 61, 500])
def test_no_depth_of_quotes_or_lists_swallows_words(tmp_path, sign, depth):
    assert "words" in article(tmp_path, f"Above\n\n{sign * depth}words\n").text


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: 'Council closes bridge'\nauthor:\n  - \"[[Jane Doe]]\"\n  - John Roe\n"
        "source: https://example.org/a\nsite: Evening Post\ndate: 2024-06-18\n"
        "created: 2024-06-19T08:00:00Z\n# a remark\n---\n",
        '+++\ntitle = "Council closes bridge"\nauthors = ["Jane Doe", "John Roe"]\n'
        'url = "https://example.org/a"\nsource = "Evening Post"\ndate = 2024-06-18\n'
        "retrieved = 2024-06-19T08:00:00Z\nweight = 3\n+++\n",
    ],
)
@pytest.mark.parametrize("name", ["post.txt", "post.md"])
def test_front_matter(tmp_path, front, name):
    found = article(tmp_path, f"{front}\nIt was closed on Tuesday, said the mayor.\n", name)
    assert found.headline == "Council closes bridge"
    assert found.byline == "Jane Doe, John Roe"
    assert found.outlet == "Evening Post"
    assert found.url == "https://example.org/a"
    assert found.published == date(2024, 6, 18)
    assert found.retrieved == datetime(2024, 6, 19, 8, tzinfo=UTC)
    assert found.text.startswith("Council closes bridge\n\nIt was closed")


def test_a_headline_is_not_written_twice(tmp_path):
    front = "---\ntitle: Council closes bridge\n---\n"
    assert article(tmp_path, front + MARKED).text.count("Council closes bridge") == 1


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2024-06-18T10:00:00+09:00", datetime.fromisoformat("2024-06-18T10:00:00+09:00")),
        ("June 18, 2024", date(2024, 6, 18)),
        ("soon", None),
        ("2024-13-45", None),
    ],
)
def test_dates_of_front_matter(tmp_path, written, published):
    assert article(tmp_path, f"---\ndate: {written}\n---\nWords.\n").published == published


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nIt rained.\n\n---\n\nThe sun came out.\n",
        "---\ntitle: never closed\n\nIt rained.\n",
        "---\n---\nWords.\n",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(tmp_path, text):
    assert article(tmp_path, text, "post.txt").text == text


def test_broken_toml_is_said_with_its_line(tmp_path):
    with pytest.raises(ReaderError, match=r"post\.md: .*line 3"):
        article(tmp_path, '+++\ntitle = "a"\ndate = \n+++\nWords.\n')


def test_a_heading_alone_is_no_article(tmp_path):
    with pytest.raises(ReaderError, match="no text under its heading"):
        article(tmp_path, "---\ntitle: a\n---\n\n", "post.txt")
