"""What an outlet is called: the reporter's word first, then the page's, then a small table's."""

import pytest

from reader.library.outlets import load_outlets, named
from reader.model import Article, ReaderError


@pytest.mark.parametrize(
    ("url", "own", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", {}, "As It Says"),
        ("https://www.bbc.co.uk/news/1", {"bbc.co.uk": "Beeb"}, "Beeb"),
        ("https://news.bbc.co.uk/1", {"bbc.co.uk": "A", "news.bbc.co.uk": "B"}, "B"),
        ("https://notbbc.co.uk/1", {"bbc.co.uk": "Beeb"}, "As It Says"),
        ("", {"bbc.co.uk": "Beeb"}, "As It Says"),
        ("no address", {}, "As It Says"),
    ],
)
def test_whose_word_holds(url, own, outlet):
    article = Article("Text.", "00", "As It Says", url=url)
    assert named(article, own).outlet == outlet


def test_the_reporters_table(tmp_path):
    file = tmp_path / "outlets.toml"
    assert load_outlets(file) == {}
    file.write_text('"www.Example.org" = "The\\tExample"\n')
    assert load_outlets(file) == {"example.org": "The Example"}


@pytest.mark.parametrize(
    ("written", "said"),
    [('"a" = ', "line 1"), ('"a" = 3', '"a" must be a name'), (b'"a" = "\xe9"', "UTF-8")],
)
def test_a_broken_table_is_said_with_its_name(tmp_path, written, said):
    file = tmp_path / "outlets.toml"
    file.write_bytes(written if isinstance(written, bytes) else written.encode())
    with pytest.raises(ReaderError, match=f"outlets.toml.*{said}"):
        load_outlets(file)
