"""What a test sees of the running app."""

from __future__ import annotations

from reader.app.app import ReaderApp


def lines(app: ReaderApp) -> list[str]:
    """What stands on the screen, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def text(app: ReaderApp) -> str:
    """What stands on the screen."""
    return "\n".join(lines(app))


async def settled(pilot) -> None:
    """Wait until the work is done and all that came of it is on the screen."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot, *keys: str) -> None:
    """Strike keys one after another and wait until all is quiet."""
    await pilot.press(*keys)
    await settled(pilot)
