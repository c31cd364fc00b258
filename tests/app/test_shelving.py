"""Stories and their articles changed from the screen: chosen, added to, renamed, removed."""

from pathlib import Path

import pytest

from reader.app.app import ReaderApp
from reader.app.screens.library import LibraryScreen
from reader.app.screens.stories import StoriesScreen
from reader.app.work import Opened
from reader.library import open_story, sample_story
from reader.library.recent import remember
from reader.settings import resource_folder
from tests.app.screen import lines, press, settled, text

WIDE = (120, 36)


def opening(targets):
    """Work that reads and does not compare."""
    yield Opened(open_story(targets) if targets else sample_story(resource_folder("seeds")))


@pytest.fixture
def story(tmp_path, monkeypatch):
    """Two reports of a storm, in a folder of the reporter's, whose path is short on the screen."""
    monkeypatch.chdir(tmp_path)
    folder = Path("storm")
    folder.mkdir()
    for outlet in ("Post", "Times"):
        body = f"The storm reached Oslo on Monday, the {outlet} found."
        (folder / f"{outlet.lower()}.md").write_text(f"---\noutlet: {outlet}\n---\n{body}\n")
    return folder


@pytest.fixture
def storm(settings, story):
    return ReaderApp((str(story),), settings, opening)


def outlets(app):
    return [article.outlet for article in app.session.story.articles]


async def type_in(pilot, words):
    await press(pilot, *("space" if char == " " else char for char in words), "enter")


async def test_a_file_is_added_and_taken_back(storm, tmp_path):
    herald = tmp_path / "herald.md"
    herald.write_text("---\noutlet: Herald\n---\nSchools in Oslo were closed on Tuesday.\n")
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        await type_in(pilot, str(herald))
        assert sorted(outlets(storm)) == ["Herald", "Post", "Times"]
        assert "added Herald: 7 words in 1 paragraph" in text(storm)
        await press(pilot, "u")
        assert sorted(outlets(storm)) == ["Post", "Times"]
        assert "taken back: added Herald" in text(storm)
        await press(pilot, "U")
        assert sorted(outlets(storm)) == ["Herald", "Post", "Times"]
        assert "done again: added Herald" in text(storm)
        await press(pilot, "U")
        assert "nothing to redo" in text(storm)
        await press(pilot, "u")
        assert sorted(outlets(storm)) == ["Post", "Times"]


async def test_pasted_text_is_added_under_the_name_of_who_published_it(storm):
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "a", "enter")
        await type_in(pilot, "Trains stood still in Oslo all day.")
        assert "who published it" in text(storm)
        await type_in(pilot, "Gazette")
        assert "Gazette" in outlets(storm)


async def test_what_cannot_be_added_is_said_and_nothing_changes(storm):
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        await type_in(pilot, "nothing.txt")
        assert "nothing.txt" in lines(storm)[-1]
        assert sorted(outlets(storm)) == ["Post", "Times"]


async def test_an_article_is_removed_and_had_back(storm, story):
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        assert outlets(storm) == ["Times"]
        assert not (story / "post.md").exists()
        await press(pilot, "d")
        assert "the last report of a story stays" in text(storm)
        await press(pilot, "u")
        assert sorted(outlets(storm)) == ["Post", "Times"]
        await press(pilot, "U")
        assert outlets(storm) == ["Times"]
        await press(pilot, "u")
        assert sorted(outlets(storm)) == ["Post", "Times"]
        await press(pilot, "u")
        assert "nothing to undo" in text(storm)


async def test_a_text_is_corrected_laid_beside_what_it_was_and_had_back(storm, story, monkeypatch):
    monkeypatch.setattr(
        "reader.app.screens.shelving.edited", lambda *given: given[2].replace("Monday", "Tuesday")
    )
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "v")
        assert "only one version" in text(storm)
        await press(pilot, "e")
        assert "version 2 of Post; u takes it back" in text(storm)
        assert "Tuesday" in storm.session.story.articles[0].text
        await press(pilot, "e")
        assert "nothing changed" in text(storm)
        await press(pilot, "v")
        assert outlets(storm) == ["Post, version 1", "Post, version 2"]
        await press(pilot, "u")
        assert "Monday" in open_story([story]).articles[0].text
        await press(pilot, "U")
        assert "Tuesday" in open_story([story]).articles[0].text


async def test_an_outlet_and_a_story_get_other_names_and_lose_them_again(storm):
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "E", *["backspace"] * 4)
        await type_in(pilot, "Morning Post")
        assert "Morning Post" in outlets(storm)
        await press(pilot, "R", *["backspace"] * 5)
        await type_in(pilot, "The storm")
        assert "The storm" in lines(storm)[0]
        await press(pilot, "u", "u")
        assert "Post" in outlets(storm)
        assert "   storm" in lines(storm)[0]
        await press(pilot, "U", "U")
        assert "Morning Post" in outlets(storm)
        assert "The storm" in lines(storm)[0]


async def test_what_is_done_anew_leaves_nothing_to_do_again(storm):
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "d", "u", "j", "d", "U")
        assert "nothing to redo" in text(storm)
        assert len(outlets(storm)) == 1


async def test_a_step_that_cannot_be_taken_back_stays_to_be(storm, story):
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        (story / "post.md").write_text("Another post has come.")
        await press(pilot, "u")
        assert "is there again" in text(storm)
        (story / "post.md").unlink()
        await press(pilot, "u")
        assert sorted(outlets(storm)) == ["Post", "Times"]


async def test_the_sample_story_stays_as_it_is_and_adding_begins_another(settings, story):
    app = ReaderApp((), settings, opening)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        for key in ("d", "e", "E", "R"):
            await press(pilot, key)
            assert "the sample story stays as it is" in text(app)
        await press(pilot, "a")
        await type_in(pilot, str(story / "post.md"))
        assert outlets(app) == ["Post"]
        assert app.session.story.folder.parent == settings.stories
        await press(pilot, "u")
        assert len(outlets(app)) == 5


async def test_without_a_story_named_one_is_chosen_of_those_opened_before(settings, story):
    remember(settings.recent, story)
    app = ReaderApp((), settings, opening)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, StoriesScreen)
        assert "storm" in lines(app)[2]
        assert "The sample story" in lines(app)[3]
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        assert sorted(outlets(app)) == ["Post", "Times"]
        await press(pilot, "o", "j", "enter")
        assert len(outlets(app)) == 5


async def test_a_story_is_remembered_named_by_its_path_and_taken_off_the_list(
    settings, story, tmp_path
):
    remember(settings.recent, tmp_path)
    app = ReaderApp((), settings, opening)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        await type_in(pilot, str(story))
        assert sorted(outlets(app)) == ["Post", "Times"]
        await press(pilot, "o")
        assert app.screen.list.story.folder == story.resolve()
        await press(pilot, "d", "f", *"no such", "enter")
        assert app.screen.list.stories == ()
        await press(pilot, "F")
        assert [one.folder for one in app.screen.list.stories] == [tmp_path]
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_leaving_the_choice_without_a_story_leaves_reader(settings, story):
    remember(settings.recent, story)
    app = ReaderApp((), settings, opening)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "escape")
    assert app.return_code == 0


async def test_a_file_of_several_reports_is_not_removed_as_one(storm, story):
    (story / "post.md").unlink()
    items = "".join(
        f"<item><title>{word}</title><description>{word} of it.</description></item>"
        for word in ("Post", "Mast")
    )
    (story / "a.rss").write_text(f"<rss version='2.0'><channel>{items}</channel></rss>")
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        assert "a.rss holds several articles" in text(storm)
        assert (story / "a.rss").exists()


async def test_what_lies_under_an_odd_name_is_removed_and_had_back(storm, story):
    odd = (story / "post.md").rename(story / "a  post.md")
    async with storm.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        assert not odd.exists()
        await press(pilot, "u")
        assert odd.exists()
