"""What is said at the foot of a screen can be read to its end, whatever the width."""

from tests.app.screen import lines, press, settled, text

WIDE, NARROW = (120, 36), (80, 24)

LONG = " ".join(f"word{number}" for number in range(40))


async def test_a_long_message_takes_the_lines_it_needs_and_gives_them_back(app):
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        before = lines(app)
        app.screen.say(LONG)
        await pilot.pause()
        assert set(LONG.split()) <= set(text(app).split())
        await press(pilot, "j", "k")
        assert lines(app) == before


async def test_a_message_without_end_leaves_the_screen_to_what_is_read(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        before = lines(app)
        app.screen.say("x" * 100_000)
        await pilot.pause()
        assert lines(app)[0] == before[0]
        assert sum("xxx" in line for line in lines(app)) <= len(before) // 3


async def test_every_key_of_a_prompt_is_told_with_what_it_does(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "f")
        assert lines(app)[-1].split() == ["Enter", "done", "Esc", "leave"]
