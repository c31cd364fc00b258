from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.model import Reason, Story, sanitise
from reader.render.markdown import comparison, listing
from reader.writing.markdown import inline
from tests.builders import comparisons, link, pair

TRICKY = st.text(st.sampled_from("ab1 \n\\`*_[]()<>#+-.!|~&;=%$^@:/\"'{}é界"), max_size=30)
OURS = {"paragraph", "blockquote", "bullet_list", "list_item", "heading", "inline"}


def parts(source):
    """Yield the kind of each block and the text of each line of words in `source`."""
    for token in MarkdownIt("commonmark").parse(source):
        yield token.type.removesuffix("_open").removesuffix("_close")
        for child in token.children or ():
            assert child.type in {"text", "text_special", "strong_open", "strong_close"}, child


def words_of(source):
    """Return the text of each inline stretch, as a reader of the rendered page sees it."""
    return [
        "".join(child.content for child in token.children)
        for token in MarkdownIt("commonmark").parse(source)
        if token.type == "inline"
    ]


@given(comparisons(TRICKY))
def test_text_is_never_markup_and_every_sentence_is_there(c):
    source = comparison(c)
    assert set(parts(source)) <= OURS
    shown = words_of(source)
    for letter, side in (("A", c.a), ("B", c.b)):
        for sentence in side.reading.sentences:
            text = side.reading.text(sentence.index)
            assert any(
                line.split() == [f"{letter}{sentence.index + 1}", *text.split()] for line in shown
            )


@given(TRICKY | st.text().map(sanitise))
def test_an_escaped_line_reads_back_as_it_was(text):
    ((line),) = words_of("# x " + inline(text))
    assert line.split() == ["x", *text.split()]


def test_what_differs_comes_first_with_its_reason():
    years = Reason("number", None, None, "24 years / 25 years")
    lines = comparison(
        pair(
            ["Same.", "24 years.", "Mine."],
            ["Same.", "25 years."],
            link(0, 0),
            link(1, 1, "!", 0.9, years),
        )
    ).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# AP / Reuters",
        "## In conflict",
        "## Shared",
        "## Only in A, AP",
    ]
    assert "> **A2** 24 years." in lines
    assert "- number: 24 years / 25 years" in lines


def test_what_is_not_compared_stands_apart():
    c = pair(["Read more"], ["He came."])
    (only,) = c.a.reading.sentences
    reading = replace(c.a.reading, sentences=(replace(only, furniture=True),))
    assert comparison(replace(c, a=replace(c.a, reading=reading))).endswith(
        "## Not compared\n\n- **A1** Read more\n"
    )


def test_the_list_is_two_tables_whose_cells_hold():
    c = pair(["a", "b"], ["p"], link(0, 0))
    article = replace(c.a.reading.article, outlet="A|P", headline="[x](y) `z`")
    story = Story("*visit*", (article, c.b.reading.article))
    source = listing(story, {(0, 1): c})
    cells = [
        token.content
        for token in MarkdownIt("commonmark").enable("table").parse(source)
        if token.type == "inline"
    ]
    assert cells[:1] == ["\\*visit\\*"]
    assert cells[9:11] == ["A|P", "\\[x\\](y) \\`z\\`"]
    assert "50%" in cells


def test_what_may_differ_is_said_behind_a_question_mark():
    years = Reason("number", None, None, "24 years / 25 years", 0.1)
    lines = comparison(pair(["a"], ["p"], replace(link(0, 0), doubts=(years,)))).splitlines()
    assert "- ? number: 24 years / 25 years" in lines
