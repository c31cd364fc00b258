import pytest

from reader.app.widgets.complete import file_name, word_of
from tests.app.screen import lines, press, settled, text


@pytest.mark.parametrize(
    ("begun", "whole"),
    [("re", "report.txt"), ("report.txt", None), ("day", "day/"), ("day/", None), ("x", None)],
)
def test_a_file_is_completed_in_its_folder(tmp_path, begun, whole):
    (tmp_path / "report.txt").touch()
    (tmp_path / "rest\x1b.txt").touch()
    (tmp_path / "day").mkdir()
    assert file_name(f"{tmp_path}/{begun}") == (f"{tmp_path}/{whole}" if whole else None)


@pytest.mark.parametrize("line", ["", "/", "~nobody-is-called-so/a", "no/folder/a", "a\0", "day/."])
def test_what_names_no_file_is_left_alone(line):
    assert file_name(line) is None


def test_the_last_word_is_completed_from_known_ones():
    complete = word_of(["arms", "visit"])
    assert [complete(line) for line in ("visit a", "ar ", "b")] == ["visit arms", None, None]


async def test_tab_completes_what_is_to_be_added(app, tmp_path):
    (tmp_path / "report.txt").write_text("A fire broke out.")
    async with app.run_test(size=(200, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        assert "Tab complete" in lines(app)[-1]
        await press(pilot, *f"{tmp_path}/rep", "tab", "x")
        assert f"{tmp_path}/report.txtx" in text(app)
