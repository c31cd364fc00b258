"""Files by the programs that reporters' files come from, as files/make.py had them made."""

from pathlib import Path

import pytest

from reader.sources import read

FILES = Path(__file__).parent / "files"
REPORT = (FILES / "report.txt").read_text("utf-8").strip().split("\n\n")


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("report.odt", {"deleted passages: 7 words", "comments in the margin: 6 words"}),
        ("report.docx", {"headers and footers: 8 words", "comments in the margin: 6 words"}),
        ("report.rtf", {"comments in the margin: 1"}),
        ("report.pdf", {"running heads and page numbers: 4 lines"}),
    ],
)
def test_an_office_file_is_read_paragraph_by_paragraph(name, left_out):
    (article,) = read(FILES / name)
    read_back = article.text.strip().replace("board[1].", "board.").split("\n\n")
    assert read_back[: len(REPORT)] == REPORT
    assert all("Minutes of 12 February." in note for note in read_back[len(REPORT) :])
    assert left_out <= set(article.left_out)
    assert (article.headline, article.byline) == (REPORT[0], "Nora Lindqvist")
    assert article.dateline == "EASTPORT"
