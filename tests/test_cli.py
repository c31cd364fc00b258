"""The commands, run in this process: what they print, what they say, what they return."""

import json
from datetime import UTC, datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
import tomli_w

from reader.cli import main
from reader.cli.completion import FILES
from reader.cli.parsing import grammar
from reader.settings import resource_folder

SEEDS = sorted(resource_folder("seeds").iterdir())
NOTES = """\
format = 1

[[note]]
id = "n2b7f4c1"
created = 2026-11-21T16:40:00Z
updated = 2026-11-21T16:41:10Z
relation = "conflict"
status = "open"
tags = ["arms", "talks"]
text = "Both deny it."

[[note.passage]]
article = "sha256:00"
outlet = "AP"
headline = "Putin in Pyongyang"
exact = "24 years"
start = 12
end = 20
sentence = 3

[[note]]
id = "n0000001"
created = 2026-11-21T16:40:00Z
updated = 2026-11-21T16:41:10Z
relation = "free"
status = "checked"
tags = ["talks"]
text = "Held on Wednesday."
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Keep every test in a folder of its own, away from the reporter's files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("READER_NOTES", str(tmp_path / "notes.toml"))
    monkeypatch.setenv("COLUMNS", "120")
    (tmp_path / "config.toml").touch()
    return tmp_path


def test_the_version_and_the_help_come_without_more(capsys):
    for option, said in (("--version", "reader "), ("--help", "print two articles")):
        with pytest.raises(SystemExit) as end:
            main([option])
        assert end.value.code == 0
        assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--colour"], "unrecognized arguments: --colour; see reader --help"),
        (["compare", "a"], "the following arguments are required: B; see reader compare --help"),
        (["compare", "a", "b", "--width", "3"], "not a width of 40 or more: 3"),
        (["notes"], "the following arguments are required: ACTION"),
        (["compare", "-", "-"], "standard input holds one article"),
        (["compare", "a.txt", "b.txt"], "a.txt"),
        (["list", "nowhere"], "nowhere"),
    ],
)
def test_a_wrong_command_is_one_line_and_status_2(argv, said, capsys):
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.startswith("reader: ")
    assert err.count("\n") == 1


def test_the_screen_is_refused_without_a_terminal(capsys, monkeypatch):
    assert main([]) == 2
    assert "reader compare" in capsys.readouterr().err
    monkeypatch.setenv("TERM", "dumb")
    assert main([str(SEEDS[0])]) == 2


def test_bindings_are_the_table_of_commands_with_the_reporters_keys(home, capsys):
    (home / "config.toml").write_text('[keys]\nannotate = "A"\n')
    assert main(["bindings", "--format", "json"]) == 0
    bindings = {line["command"]: line for line in json.loads(capsys.readouterr().out)["bindings"]}
    assert bindings["annotate"]["keys"] == "A"
    assert bindings["help"]["where"] == "everywhere"
    assert main(["bindings"]) == 0
    assert "write a note" in capsys.readouterr().out


def test_a_setting_that_cannot_be_is_said_with_its_line(home, capsys):
    (home / "config.toml").write_text('\n[keys]\nanotate = "A"\n')
    assert main(["bindings"]) == 2
    assert 'config.toml, line 3: no command "anotate"; did you mean "annotate"?' in (
        capsys.readouterr().err
    )


def test_themes_and_files_can_be_found(capsys, home):
    assert main(["themes", "--format", "markdown"]) == 0
    assert "| night | Night | dark |" in capsys.readouterr().out
    assert main(["locate", "--format", "json"]) == 0
    files = {line["what"]: line["where"] for line in json.loads(capsys.readouterr().out)["files"]}
    assert files["notes"] == str(home / "notes.toml")
    assert Path(files["sample story"]).is_dir()


def test_notes_are_listed_by_tag_and_status(home, capsys):
    (home / "notes.toml").write_text(NOTES)
    assert main(["notes", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "n2b7f4c1  open  conflict  #arms  #talks",
        "    > 24 years",
        "      AP, Putin in Pyongyang, sentence 4",
        "    Both deny it.",
        "",
        "n0000001  checked  free  #talks",
        "    Held on Wednesday.",
    ]
    for chosen, ids in (
        (["--tag", "talks"], ["n2b7f4c1", "n0000001"]),
        (["--tag", "talks", "--tag", "arms"], ["n2b7f4c1"]),
        (["--status", "checked"], ["n0000001"]),
        (["--status", "wrong"], []),
    ):
        assert main(["notes", "list", "--format", "json", *chosen]) == 0
        assert [note["id"] for note in json.loads(capsys.readouterr().out)["notes"]] == ids


def test_no_notes_yet_is_no_fault(capsys):
    assert main(["notes", "list"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_broken_notes_file_is_said_and_left_as_it_is(home, capsys):
    (home / "notes.toml").write_text(NOTES + "[[note")
    assert main(["notes", "list"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "notes.toml" in err
    assert (home / "notes.toml").read_text() == NOTES + "[[note"


def test_notes_are_exported_to_standard_output_or_into_a_file(home, capsys):
    (home / "notes.toml").write_text(NOTES)
    assert main(["notes", "export"]) == 0
    printed = capsys.readouterr().out
    assert "24 years" in printed
    assert "Held on Wednesday." in printed
    assert main(["notes", "export", "--output", "out.md"]) == 0
    assert capsys.readouterr().out == ""
    assert (home / "out.md").read_text() == printed
    assert main(["notes", "export", "--profile", "odd"]) == 2
    assert "invalid choice: 'odd'" in capsys.readouterr().err
    for form in ("markdown", "json"):
        assert main(["notes", "export", "--format", form, "--output", "no/folder"]) == 2
        message = "reader: cannot write no/folder: No such file or directory\n"
        assert capsys.readouterr().err == message


def test_an_export_leaves_alone_what_the_reporter_wrote_into_it(home, capsys):
    (home / "notes.toml").write_text(NOTES)
    main(["notes", "export", "--output", "out.md"])
    by_hand = (home / "out.md").read_text().replace("Both deny it.", "Both deny it, still.")
    (home / "out.md").write_text(by_hand)
    assert main(["notes", "export", "--output", "out.md"]) == 0
    assert capsys.readouterr().err == (
        "reader: out.md: n2b7f4c1 was changed there by hand and stays as it is\n"
    )
    assert (home / "out.md").read_text() == by_hand


def test_two_articles_are_compared_in_three_forms(capsys):
    a, b = map(str, SEEDS[:2])
    status = main(["compare", a, b, "--format", "json"])
    said = json.loads(capsys.readouterr().out)
    conflicts = [link for link in said["links"] if link["kind"] == "conflict"]
    assert status == (1 if conflicts else 0)
    assert [article["path"] for article in said["articles"]] == [a, b]
    assert main(["compare", a, b, "--width", "100"]) == status
    lines = capsys.readouterr().out.splitlines()
    assert any(" │ " in line for line in lines)
    assert max(map(len, lines)) <= 100
    assert main(["compare", a, b, "--format", "markdown"]) == status
    assert "## Shared" in capsys.readouterr().out


def test_an_article_may_come_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(SEEDS[0].read_bytes())))
    assert main(["compare", "-", str(SEEDS[0]), "--format", "json"]) == 0
    assert {link["kind"] for link in json.loads(capsys.readouterr().out)["links"]} == {"shared"}


def test_the_conflicts_set_the_status(home, capsys):
    (home / "a.txt").write_text("It was his first visit to the country in 24 years.\n")
    (home / "b.txt").write_text("It was his first visit to the country in 25 years.\n")
    assert main(["compare", "a.txt", "b.txt"]) == 1
    assert "24 years / 25 years" in capsys.readouterr().out
    assert main(["compare", "a.txt", "a.txt"]) == 0


def test_the_story_is_context_and_none_of_it_is_doubled(monkeypatch):
    seen = []

    def spy(a, b, others, *threshold):
        seen.extend(reading.article.path for reading in (a, b, *others))
        return compare(a, b, others, *threshold)

    from reader.compare import compare

    monkeypatch.setattr("reader.compare.compare", spy)
    a, b = map(str, SEEDS[:2])
    assert main(["compare", b, a, "--story", str(SEEDS[0].parent)]) in (0, 1)
    assert [Path(path).name for path in seen] == [
        path.name for path in (SEEDS[1], SEEDS[0], *SEEDS[2:])
    ]


def test_the_list_shows_every_article_and_the_overlap(capsys):
    assert main(["list", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["articles"]) == len(said["overlap"]) == 5
    assert all(
        (share is None) is (i == j)
        for i, row in enumerate(said["overlap"])
        for j, share in enumerate(row)
    )
    assert main(["list"]) == 0
    assert "Told by the others too" in capsys.readouterr().out
    assert main(["list", "--format", "markdown"]) == 0
    assert "| outlet | headline |" in capsys.readouterr().out


def test_what_cannot_be_read_is_said_beside_what_can(home, capsys):
    (home / "empty.txt").touch()
    assert main(["list", str(SEEDS[0]), "empty.txt"]) == 2
    out, err = capsys.readouterr()
    assert "370" in out
    assert err.count("\n") == 1
    assert "empty.txt" in err


def test_a_path_named_like_a_command_is_reached_by_its_folder(home, capsys):
    (home / "list").write_bytes(SEEDS[0].read_bytes())
    assert main(["compare", "list", str(SEEDS[0])]) == 0
    assert main(["./list"]) == 2
    assert "terminal" in capsys.readouterr().err


@pytest.mark.parametrize(("options", "kind"), [([], "conflict"), (["--machine"], "shared")])
def test_compare_takes_the_reporter_s_word_for_a_link_unless_told_not_to(
    home, capsys, options, kind
):
    for name, outlet in (("a", "Post"), ("b", "Times")):
        text = f"---\noutlet: {outlet}\n---\nThe storm killed 12 people in Oslo on Monday.\n"
        (home / f"{name}.md").write_text(text)
    passage = {"article": "sha256:0", "exact": "The storm killed 12 people", "start": 0, "end": 26}
    override = {
        "kind": "conflict",
        "created": datetime(2026, 11, 21, tzinfo=UTC),
        "passage": [{**passage, "outlet": outlet} for outlet in ("Post", "Times")],
    }
    (home / "notes.toml").write_text(tomli_w.dumps({"format": 1, "override": [override]}))
    main(["compare", "a.md", "b.md", "--format", "json", *options])
    out, err = capsys.readouterr()
    assert not err
    assert json.loads(out)["links"][0]["kind"] == kind


EMPTY_PATHS = [
    [*word.path, *([""] * (1 + word.places.index(place)) if not place.flags else [])]
    for word in grammar()
    for place in word.places
    if place.value in FILES
]


@pytest.mark.parametrize("argv", EMPTY_PATHS, ids=" ".join)
def test_an_empty_path_is_not_the_folder_one_is_in(argv, capsys):
    assert main(argv) == 2
    assert "an empty path" in capsys.readouterr().err


def test_one_article_alone_has_no_overlap(tmp_path, capsys):
    path = tmp_path / "one.txt"
    path.write_text("A bridge fell.\n\nNobody was hurt.\n", "utf-8")
    for form in ("text", "markdown"):
        assert main(["list", "--format", form, str(path)]) == 0
        out = capsys.readouterr().out
        assert "one" in out
        assert "Told by" not in out
