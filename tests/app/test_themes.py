import os
from itertools import combinations
from math import dist

import pytest

from reader.app.colours import contrast, rgb
from reader.app.themes import MARKS, PLAIN, READABLE, load_themes
from reader.settings import resource_folder

OURS = load_themes(resource_folder("themes"))


def test_every_theme_of_ours_can_be_used():
    assert not OURS.faults
    assert {"day", "night", "contrast", "plain"} <= OURS.by_name.keys()
    assert {theme.dark for theme in OURS.by_name.values()} == {True, False}


@pytest.mark.parametrize("theme", OURS.by_name.values(), ids=lambda theme: theme.name)
def test_every_colour_of_text_can_be_read_where_it_stands(theme):
    for text, ground in theme.colours.pairs():
        ratio = contrast(getattr(theme.colours, text), getattr(theme.colours, ground))
        assert ratio >= READABLE, (text, ground)


@pytest.mark.parametrize("theme", OURS.by_name.values(), ids=lambda theme: theme.name)
def test_no_two_marks_have_one_colour(theme):
    marks = [rgb(getattr(theme.colours, mark)) for mark in MARKS]
    assert all(dist(one, other) > 60 for one, other in combinations(marks, 2))


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def theme_file(folder, name="mine", **changes):
    source = (resource_folder("themes") / "night.toml").read_text()
    for key, value in changes.items():
        source = source.replace(f"{key} = ", f"{key} = {value}  # ", 1)
    (folder / f"{name}.toml").write_text(source)


def test_a_theme_of_the_reporter_s_stands_beside_ours_and_may_replace_one(tmp_path):
    theme_file(tmp_path)
    theme_file(tmp_path, "day", title='"My day"')
    themes = load_themes(resource_folder("themes"), tmp_path)
    assert themes.by_name["mine"].colours == themes.by_name["night"].colours
    assert themes.by_name["day"].title == "My day"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"shared": '"#12345"'}, 'shared = "#12345": not a colour'),
        ({"shared": '"blue"'}, 'shared = "blue": not a colour'),
        ({"shared": '"ansi_blue"'}, "cannot be mixed"),
        ({"shared": '"#222222"'}, "shared on background is 1."),
        ({"dark": "3"}, "dark = true or false"),
        ({"title": "nothing"}, "line 1"),
        ({"note": '"#f0c24a"\nextra = 1'}, "extra is not used"),
        ({"title": '"x"\nfont = 1'}, "unknown: font"),
    ],
)
def test_a_theme_that_cannot_be_used_is_named_with_its_faults(tmp_path, changes, said):
    theme_file(tmp_path, **changes)
    themes = load_themes(tmp_path)
    assert list(themes.by_name) == ["plain"]
    (fault,) = themes.faults
    assert said in fault
    assert "mine.toml" in fault
    assert "\n" not in fault


def test_a_file_that_is_no_text_is_a_fault(tmp_path):
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    assert len(load_themes(tmp_path).faults) == 1


def test_an_unknown_theme_is_said_and_another_taken(tmp_path):
    theme, said = OURS.pick("nihgt")
    assert theme.name == "night"
    assert 'no theme "nihgt"' in said
    assert load_themes(tmp_path).pick("night") == (PLAIN, 'no theme "night"; there are: plain')


# How the long- and middle-wave blind see linear red, green and blue (Machado et al. 2009, 1.0).
BLIND = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}


@pytest.mark.parametrize("kind", BLIND)
@pytest.mark.parametrize("name", ["day", "night", "tol-day", "tol-night"])
def test_marks_differ_for_the_colour_blind(name, kind):
    def seen(colour):
        linear = [(channel / 255) ** 2.2 for channel in rgb(colour)]
        mixed = (sum(m * c for m, c in zip(row, linear, strict=True)) for row in BLIND[kind])
        return [255 * max(0.0, min(1.0, value)) ** (1 / 2.2) for value in mixed]

    colours = OURS.by_name[name].colours
    marks = [seen(getattr(colours, mark)) for mark in MARKS]
    nearest = min(dist(one, other) for one, other in combinations(marks, 2))
    assert nearest > 25


def test_there_are_enough_to_choose_from():
    assert len(OURS.by_name) >= 8
    assert sum(theme.ansi for theme in OURS.by_name.values()) == 1


def test_a_pipe_among_the_themes_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "odd.toml")
    (fault,) = load_themes(tmp_path).faults
    assert "not a file" in fault
