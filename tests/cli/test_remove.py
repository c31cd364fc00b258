"""`reader remove`: what is taken away can be put back from where it says."""

from pathlib import Path

from reader.cli import main


def test_there_and_back(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("ap.txt").write_text("Bridge shut.")
    assert main(["remove", "ap.txt"]) == 0
    removed = capsys.readouterr().out.strip()
    assert not Path("ap.txt").exists()
    assert Path(removed).read_text() == "Bridge shut."
    assert main(["remove", removed, "--undo"]) == 0
    assert capsys.readouterr().out == "ap.txt\n"
    assert Path("ap.txt").exists()


def test_what_is_not_there_and_what_was_not_removed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["remove", "gone.txt"]) == 2
    assert main(["remove", "gone.txt", "--undo"]) == 2
    err = capsys.readouterr().err
    assert "cannot remove gone.txt: No such file" in err
    assert "gone.txt was not removed by Reader" in err
    assert list(tmp_path.iterdir()) == []
