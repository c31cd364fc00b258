"""A template of one's own lays notes out, and can do nothing else."""

from datetime import date

import pytest

from reader.model import ReaderError
from reader.notes.exports.template import filled
from tests.notes.made import note, passage

NOTES = [note("n1", "<b> *Ask*", passages=(passage(url="https://ap.example"),), tags=("arms",))]


def made(tmp_path, source, name="own.md"):
    path = tmp_path / name
    path.write_text(source, "utf-8")
    return filled(path, NOTES, "The visit")


def test_a_template_is_filled(tmp_path):
    source = """\
# {{ title }}
{% for note in notes %}
{{ note.id }} {{ note.text | markdown }} {{ note.tags | join(", ") }}
{% for passage in note.passage %}
{{ passage.exact | quoted }}
{{ passage.headline | link(passage.url) }}
{% endfor %}
{% endfor %}
"""
    assert made(tmp_path, source) == (
        "# The visit\nn1 \\<b> \\*Ask\\* arms\n> first visit in 24 years\n"
        "[A visit](<https://ap.example>)\n"
    )


def test_what_a_note_does_not_say_is_nothing_and_a_number_is_text(tmp_path):
    assert made(tmp_path, "{{ notes[0].nothing | markdown }}{{ 24 | markdown }}") == "24"


def test_in_html_every_text_is_escaped(tmp_path):
    assert made(tmp_path, "{{ notes[0].text }}", "own.html") == "&lt;b&gt; *Ask*"
    assert made(tmp_path, "{{ notes[0].text }}", "own.html.jinja") == "&lt;b&gt; *Ask*"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a\n{% for %}", "line 2"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ notes.clear() }}", "unsafe"),
        ("{% include '/etc/passwd' %}", "no loader"),
        ("{{ range(10**9) | list }}", "too big"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ title + 1 }}", "concatenate"),
        ("{{ nothing.here }}", "undefined"),
        ("{{ title | link }}", "own.md"),
        ("{{ 'x' * 10**15 }}", "more memory than there is"),
    ],
)
def test_what_a_template_may_not_do_is_told_in_a_line(source, told, tmp_path):
    with pytest.raises(ReaderError, match=told) as error:
        made(tmp_path, source)
    assert "own.md" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_template_that_is_not_there_or_no_text_is_told(tmp_path):
    with pytest.raises(ReaderError, match="cannot read"):
        filled(tmp_path / "none.md", NOTES, "")
    (tmp_path / "binary.md").write_bytes(b"\xff")
    with pytest.raises(ReaderError, match="not UTF-8"):
        filled(tmp_path / "binary.md", NOTES, "")


def test_dates_are_dates_to_a_template(tmp_path):
    assert made(tmp_path, "{{ notes[0].created.year }}") == str(date(2026, 1, 1).year)
