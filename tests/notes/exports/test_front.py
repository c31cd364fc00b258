"""Front matter is YAML that says what it was given, whatever that is."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.notes.exports import form
from reader.notes.exports.front import front_matter, refreshed
from tests.notes.made import note, texts


def said(text):
    _, front, _ = text.split("---\n", 2)
    return yaml.safe_load(front)


@given(texts, st.lists(texts, max_size=3))
def test_any_text_reads_back(title, tags):
    front = said(front_matter(title, 3, tags) + "\n")
    assert front.pop("tags", []) == tags
    assert front == {"title": title, "notes": 3, "generator": "Reader"}


@given(texts, st.lists(texts, max_size=3), st.lists(texts, max_size=3, unique=True))
def test_any_tags_take_the_place_of_any(title, old, new):
    text = front_matter(title, 3, old) + "\n\nMine.\n"
    again = refreshed(text, 4, new)
    front = said(again)
    assert (front.pop("tags", []), front.pop("notes")) == (new, 4)
    assert front == {"title": title, "generator": "Reader"}
    assert again.endswith("---\n\nMine.\n")


def test_front_matter_of_somebody_else_is_left_alone():
    text = "---\nnotes: 3\ntags:\n  - mine\n---\n"
    assert refreshed(text, 4, ["new"]) == text


def test_the_tags_of_a_vault_are_those_of_its_notes():
    text = form("obsidian").write([note(tags=("arms", "war crimes"))], "The “visit”")
    assert said(text)["tags"] == ["arms", "war-crimes"]
    assert said(text)["title"] == "The “visit”"


@pytest.mark.parametrize("tags", ["tags: [arms, mine]", "tags: mine"])
def test_tags_on_one_line_are_the_reporters(tags):
    head = f"---\ntitle: x\nnotes: {{}}\n{tags}\ngenerator: Reader\n---\n\nMine.\n"
    assert refreshed(head.format(3), 4, ["new"]) == head.format(4)
