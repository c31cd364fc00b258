"""Markdown becomes a page in which what looks like HTML is text."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from reader.model import sanitise
from reader.writing.markdown import inline, item, quoted
from reader.writing.page import html, page

tricky = st.lists(
    st.sampled_from(["<b>", "&lt;", "](javascript:x)", "`", "**", "|", "\\", "- ", "# ", "\n"])
    | st.text(max_size=5),
    max_size=6,
).map(lambda parts: sanitise("".join(parts)))


@given(tricky)
def test_escaped_text_is_shown_as_it_is_in_every_place(text):
    words = " ".join(text.split())
    if words:
        assert words in unescape(html(f"# {inline(text)}"))
        assert words in unescape(html(f"| head |\n| --- |\n| {inline(text)} |"))
        assert "<b>" not in html(f"x {inline(text)}") + html(quoted(text)) + html(
            item([inline(text)])
        )


def test_a_table_may_be_wider_than_the_page():
    assert html("| a |\n| --- |\n| b |").startswith('<div class="wide">\n<table>')


def test_a_page_says_that_nothing_may_be_loaded():
    text = page("A <b>visit</b>", "<p>x</p>\n")
    assert "default-src 'none'" in text
    assert "<title>A &lt;b&gt;visit&lt;/b&gt;</title>" in text
