"""Everything that can be done with notes without the screen."""

import csv
import io
import json
import sys
from datetime import date

import pytest

from reader.cli import main
from reader.cli.notes import exporting
from reader.notes.store import NoteStore
from tests.notes.made import note, passage

AP = "The Visit\n\nIt was the first visit in 24 years. Kirby said that arms were supplied.\n"
CBS = "A Trip\n\nThe trip was the first in 25 years, officials said on Tuesday.\n"
NOTES = (
    note("n1", "Ask Kirby.", tags=("arms",)),
    note("n2", "Held.", passages=(), at=1, tags=("war crimes",)),
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("READER_NOTES", str(tmp_path / "notes.toml"))
    (tmp_path / "config.toml").touch()
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "ap.txt").write_text(AP)
    (tmp_path / "story" / "cbs.txt").write_text(CBS)
    for one in NOTES:
        NoteStore(tmp_path / "notes.toml").put(one)
    return tmp_path


@pytest.fixture
def notes(capsys):
    """Run a command about notes; what it returns, prints and complains of."""

    def run(*argv, status=0):
        assert main(["notes", *argv]) == status
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return out if status == 0 else err

    return run


def kept(home, id):
    return NoteStore(home / "notes.toml").get(id)


# Writing -------------------------------------------------------------------------------------


def test_a_note_is_written_on_passages_of_articles(home, notes):
    two = ("--article", "story/ap.txt", "--quote", "first visit in 24 years")
    two += ("--article", "story/cbs.txt", "--quote", "first in 25 years")
    two += ("--value", "24 years", "--value", "25 years")
    fields = ("--fact", "since the last", "--relation", "conflict", "--tag", "arms")
    checked = ("--speaker", "Kirby", "--checked-by", "Anna", "--checked-on", "2026-11-21")
    id = notes("add", "Which?", *two, *fields, *checked, "--method", "by phone").strip()
    made = kept(home, id)
    assert [each.exact for each in made.passages] == [
        "first visit in 24 years",
        "first in 25 years",
    ]
    assert [each.value for each in made.passages] == ["24 years", "25 years"]
    assert "since the last: 24 years / 25 years" in notes("export", "--id", id)
    assert (made.text, made.tags, made.relation) == ("Which?", ("arms",), "conflict")
    assert (made.speaker, made.checked_by, made.method) == ("Kirby", "Anna", "by phone")
    assert made.checked_on == date(2026, 11, 21)
    shown = notes("show", id)
    for told in (
        "speaker: Kirby",
        "checked on: 2026-11-21",
        "passage 2: first in 25 years",
        "Which?",
    ):
        assert told in shown


def test_the_text_of_a_note_comes_from_standard_input(home, notes, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("One.\n\nTwo.\x1b\n"))
    id = notes("add", "-").strip()
    assert kept(home, id).text == "One.\n\nTwo.\ufffd"


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["add"], "an empty note is not kept"),
        (["add", "x", "--article", "story/ap.txt"], "each --article needs a --quote"),
        (["add", "x", "--value", "24"], "each --value needs a --quote"),
        (["add", "x", "--article", "story/ap.txt", "--quote", "24 days"], "is most like it"),
        (["add", "x", "--article", "story/ap.txt", "--quote", "i"], "times: quote more"),
        (["add", "x", "--article", "none.txt", "--quote", "a"], "none.txt"),
        (["add", "x", "--checked-on", "once"], "no date"),
        (["add", "x", "--template", "call"], "no template “call”"),
        (["show", "n9"], "no note has the id “n9”"),
        (["edit", "n9", "--text", "x"], "no note has the id “n9”"),
        (["delete", "n9"], "no note has the id “n9”"),
        (["import", "none.json"], "none.json: No such file"),
        (["attach", "n1", "story/ap.txt", "--passage", "2"], "--passage takes 1 to 1"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(argv, told, notes):
    err = notes(*argv, status=2)
    assert told in err
    assert err.count("\n") == 1


def test_a_note_begins_with_a_template(home, notes):
    (home / "config.toml").write_text(
        '[templates]\ncall = """\ntags: call\nmethod: by phone\n\nCalled $outlet: """\n'
    )
    where = ("--article", "story/ap.txt", "--quote", "24 years")
    made = kept(home, notes("add", "no answer.", "--template", "call", *where).strip())
    assert made.text.startswith("Called ")
    assert made.text.endswith(": no answer.")
    assert (made.tags, made.method) == (("call",), "by phone")


def test_a_note_is_changed(home, notes):
    notes("edit", "n1", "--tag", "talks", "--untag", "arms", "--status", "checked")
    notes("edit", "n1", "--text", "Asked.", "--checked-on", "today")
    made = kept(home, "n1")
    assert (made.text, made.tags, made.status) == ("Asked.", ("talks",), "checked")
    assert made.checked_on == date.today()
    assert made.updated > NOTES[0].updated


def test_a_note_gets_another_passage(home, notes):
    notes("edit", "n1", "--article", "story/cbs.txt", "--quote", "25 years")
    assert [each.exact for each in kept(home, "n1").passages][1:] == ["25 years"]
    assert kept(home, "n1").text == "Ask Kirby."


@pytest.fixture
def editor(home, monkeypatch):
    """Have the reporter's editor do to its text, called `text`, what a line of Python says."""

    def does(line):
        script = home / "editor.py"
        script.write_text(
            "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
            f"text = file.read_text()\n{line}\nfile.write_text(text)\n"
        )
        monkeypatch.setenv("READER_EDITOR", f"{sys.executable} {script}")

    return does


def test_a_note_is_changed_in_the_reporters_editor(home, notes, editor):
    editor("text = text.replace('speaker:', 'speaker: Kirby') + ' Now.'")
    notes("edit", "n1")
    made = kept(home, "n1")
    assert (made.speaker, made.text, made.tags) == ("Kirby", "Ask Kirby. Now.", ("arms",))


def test_what_cannot_be_saved_is_there_at_the_next_edit(home, notes, editor, capsys):
    editor("text = text.replace('checked on:', 'checked on: once') + ' A long thought.'")
    assert "is no date" in notes("edit", "n1", status=2)
    assert kept(home, "n1") == NOTES[0]

    editor("text = text.replace('once', '2026-11-21')")
    assert main(["notes", "edit", "n1"]) == 0
    assert "your draft" in capsys.readouterr().err
    made = kept(home, "n1")
    assert (made.text, made.checked_on) == ("Ask Kirby. A long thought.", date(2026, 11, 21))

    editor("text += ' More.'")
    assert main(["notes", "edit", "n1"]) == 0
    assert capsys.readouterr().err == ""
    assert kept(home, "n1").text == "Ask Kirby. A long thought. More."


def test_what_no_file_takes_is_printed(home, editor, capsys):
    (home / "notes.drafts").touch()
    editor("text = text.replace('checked on:', 'checked on: once') + ' A long thought.'")
    assert main(["notes", "edit", "n1"]) == 2
    out, err = capsys.readouterr()
    assert "A long thought." in out
    assert "is printed here" in err


def test_an_emptied_card_leaves_the_note_as_it_is(home, notes, editor):
    editor("text = ''")
    notes("edit", "n1")
    assert kept(home, "n1") == NOTES[0]


def test_notes_are_taken_away_all_or_none(home, notes):
    notes("delete", "n1", "n9", status=2)
    assert kept(home, "n1")
    notes("delete", "n1", "n2")
    assert NoteStore(home / "notes.toml").notes == ()


# Choosing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "ids"),
    [
        (["search", "kirby"], {"n1"}),
        (["search", "#arms"], {"n1"}),
        (["search", "#war crimes"], {"n2"}),
        (["search", "text:ask kirby"], {"n1"}),
        (["search", "held", "ask"], set()),
        (["list", "--tag", "arms"], {"n1"}),
        (["list", "--id", "n2"], {"n2"}),
        (["list", "--status", "open"], {"n1", "n2"}),
    ],
)
def test_notes_are_chosen(argv, ids, notes):
    printed = json.loads(notes(*argv, "--format", "json"))
    assert {each["id"] for each in printed["notes"]} == ids


def test_notes_on_a_story_or_an_article_are_chosen(notes):
    id = notes("add", "x", "--article", "story/ap.txt", "--quote", "24 years").strip()
    for option in (("--story", "story"), ("--article", "story/ap.txt")):
        printed = json.loads(notes("export", *option, "--format", "json"))
        assert [each["id"] for each in printed["notes"]] == [id]
    assert (
        json.loads(notes("list", "--article", "story/cbs.txt", "--format", "json"))["notes"] == []
    )


# Out and in ----------------------------------------------------------------------------------


def test_the_name_of_the_file_says_which_form(home, notes):
    notes("export", "--output", "a.html")
    notes("export", "--output", "a.csv")
    assert (home / "a.html").read_text().startswith("<!doctype html>")
    rows = list(csv.reader(io.StringIO((home / "a.csv").read_text("utf-8-sig"))))
    assert rows[1][0] == "n1"


def test_a_file_that_cannot_be_brought_up_to_date_is_not_written_over(home, notes):
    (home / "a.html").write_text("mine")
    assert "is there already" in notes("export", "--output", "a.html", status=2)
    assert (home / "a.html").read_text() == "mine"
    notes("export", "--output", "a.html", "--replace")
    assert "Kirby" in (home / "a.html").read_text()


def test_a_template_of_ones_own_lays_notes_out(home, notes):
    (home / "own.txt").write_text("{{ title }}: {{ notes | length }}")
    assert notes("export", "--template", "own.txt", "--title", "Mine") == "Mine: 2"


def test_notes_go_to_the_terminals_clipboard(home, notes, monkeypatch, capsys):
    monkeypatch.setattr(exporting, "_TERMINAL", home / "tty")
    assert main(["notes", "export", "--clipboard", "--profile", "docs"]) == 0
    assert "may not take it" in capsys.readouterr().err
    assert (home / "tty").read_text().startswith("\x1b]52;c;")
    monkeypatch.setattr(exporting, "_TERMINAL", home)
    assert "use --output" in notes("export", "--clipboard", status=2)


def test_what_was_exported_is_taken_in_elsewhere(home, notes):
    notes("export", "--format", "jsonld", "--output", "out.jsonld")
    printed = notes("import", "out.jsonld", "--notes", "other.toml")
    assert printed == "out.jsonld: 2 new, 0 changed, 0 here already\n"
    assert NoteStore(home / "other.toml").notes == NOTES
    (home / "odd.json").write_text("[")
    printed = notes("import", "odd.json", "out.jsonld", status=2)
    assert "odd.json: not JSON" in printed


# Orphans and repairs -------------------------------------------------------------------------


def test_a_passage_that_is_gone_is_listed_and_put_back(home, notes):
    where = ("--article", "story/ap.txt", "--quote", "Kirby said that arms were supplied.")
    id = notes("add", "Ask.", *where).strip()
    assert notes("orphans", "story", "--moved") == ""
    (home / "story" / "ap.txt").write_text(
        "The Visit\n\nIt was the first visit in 24 years. "
        "Weapons have gone east for months, a man named Kirby told reporters.\n"
    )
    (lost,) = json.loads(notes("orphans", "story", "--format", "json"))["orphans"]
    assert (lost["note"], lost["passage"]) == (id, 1)
    assert lost["quotation"] == "Kirby said that arms were supplied."
    assert "Kirby" in lost["guess"]
    assert "was   Kirby said" in notes("orphans", "story")

    notes("attach", id, "story/ap.txt", "--quote", "Weapons have gone east for months")
    assert notes("orphans", "story") == ""
    (there,) = kept(home, id).passages
    assert there.exact == "Weapons have gone east for months"
    assert there.extra["formerly"]["exact"] == "Kirby said that arms were supplied."


def test_a_passage_that_moved_or_was_reworded_is_told_with_how_surely_it_was_found(home, notes):
    visit = "It was the president's first visit to the capital since the summer of 2000."
    article = home / "story" / "ap.txt"
    article.write_text(f"The Visit\n\n{visit} Kirby said that arms were supplied.\n")
    for words in (visit, "Kirby said that arms were supplied."):
        notes("add", "Ask.", "--article", "story/ap.txt", "--quote", words)
    visit = visit.replace("the president's", "his")
    article.write_text(f"The Visit\n\nKirby said that arms were supplied. {visit}\n")
    told = notes("orphans", "story", "--moved")
    assert "the same words, at another place" in told
    assert f"now   {visit}" in told
    found = json.loads(notes("orphans", "story", "--moved", "--format", "json"))
    assert found["orphans"] == []
    reworded = found["moved"][0]
    assert f"fits {reworded['fit']:.0%}" in reworded["found"]
    assert 0.5 < reworded["fit"] < 1


def test_a_passage_is_put_where_it_may_have_gone(home, notes):
    printed = notes("attach", "n1", "story/ap.txt")
    assert "24 years" in printed
    assert "24 years" in kept(home, "n1").passages[0].exact


def test_a_notes_file_is_checked_and_mended(home, notes):
    assert notes("check") == "nothing is wrong with the notes file\n"
    path = home / "notes.toml"
    path.write_text(path.read_text().replace('id = "n2"', 'id = "n2'))
    notes("check", status=2)
    assert "1 entries kept" in notes("check", "--repair")
    assert notes("check") == "nothing is wrong with the notes file\n"


def test_two_passages_need_a_number(home, notes):
    store = NoteStore(home / "notes.toml")
    store.put(note("n1", passages=(passage(), passage("25 years"))))
    notes("attach", "n1", "story/cbs.txt", "--passage", "2", "--quote", "25 years")
    assert [each.exact for each in kept(home, "n1").passages][1] == "25 years"
