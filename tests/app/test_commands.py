from types import MappingProxyType

import pytest

from reader.app.commands import COMMANDS, clashes, commands, on
from reader.app.keys import fault, shown
from reader.model import ReaderError
from reader.settings import Settings


def settings(tmp_path, **keys):
    return Settings(
        notes=tmp_path / "notes.toml",
        keys=MappingProxyType({name.replace("_", "-"): value for name, value in keys.items()}),
        config=tmp_path / "config.toml",
        lines=MappingProxyType({name.replace("_", "-"): 7 for name in keys}),
    )


def test_names_and_keys_are_declared_once_and_no_key_starts_two_commands_of_a_screen():
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert not list(clashes(COMMANDS))
    assert not [key for command in COMMANDS for key in command.keys if fault(key)]


def test_help_is_reached_from_every_screen():
    for screen in ("stories", "library", "pair", "notes", "help"):
        assert {"help", "quit", "close"} <= {command.name for command in on(screen, COMMANDS)}


def test_the_reporter_s_keys_replace_the_declared_ones(tmp_path):
    table = commands(settings(tmp_path, next_conflict=("c", "f4"), annotate=("A",)))
    keys = {command.name: command.keys for command in table}
    assert keys["next-conflict"] == ("c", "f4")
    assert keys["annotate"] == ("A",)
    assert keys["why"] == ("=",)


def test_two_commands_may_exchange_their_keys(tmp_path):
    keys = {c.name: c.keys for c in commands(settings(tmp_path, down=("k",), up=("j",)))}
    assert (keys["down"], keys["up"]) == (("k",), ("j",))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"next_conflit": ("c",)}, 'no command "next-conflit"; did you mean "next-conflict"?'),
        ({"annotate": ("ctrl+s",)}, '"ctrl+s" never arrives'),
        ({"annotate": ("shift+a",)}, 'is written "A"'),
        ({"annotate": ("ctrl+i",)}, 'same key as "tab"'),
        ({"annotate": ("hyper",)}, '"hyper" is not a key'),
        ({"annotate": ("",)}, "is not a key"),
        ({"annotate": ()}, '"annotate" needs a key'),
        ({"annotate": ("j",)}, '"j" is taken by "down"'),
        ({"annotate": ("K",), "why": ("K",)}, '"K" is taken by "annotate"'),
    ],
)
def test_what_cannot_be_bound_is_refused_with_its_line(tmp_path, keys, said):
    with pytest.raises(ReaderError) as refused:
        commands(settings(tmp_path, **keys))
    assert said in str(refused.value)
    assert "config.toml, line 7" in str(refused.value)


def test_keys_are_shown_as_on_the_keyboard():
    assert [shown(key) for key in ("j", "ctrl+p", "enter", "f2", "alt+up")] == [
        "j", "Ctrl+P", "Enter", "F2", "Alt+↑",
    ]  # fmt: skip
