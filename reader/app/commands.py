"""Every command of the screen, declared once; footer, palette, help and keymap are derived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from reader.app.keys import fault
from reader.model import ReaderError, sanitise_line
from reader.settings import Settings

SCREENS = (
    "stories", "library", "pair", "matrix", "figures", "quotes", "tellings",
    "notes", "help", "choice",
)  # fmt: skip
STORIES, LIBRARY, PAIR, MATRIX, FIGURES, QUOTES, TELLINGS, NOTES, HELP, CHOICE = SCREENS


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reporter can do.

    `name` is what config.toml calls it, `keys` what starts it, `where` the screens it holds on.
    The footer shows the commands that are a `hint`, in the order of the table.
    """

    name: str
    title: str
    keys: tuple[str, ...]
    help: str
    where: tuple[str, ...] = SCREENS
    hint: bool = False

    @property
    def action(self) -> str:
        """The name of the method that does it, after ``action_``."""
        return self.name.replace("-", "_")

    @property
    def scope(self) -> str:
        """The screens it holds on, in words."""
        return "everywhere" if self.where == SCREENS else ", ".join(self.where)


_PAIR = (PAIR,)
_STORY = (MATRIX, FIGURES, QUOTES)
_TOLD = (*_STORY, TELLINGS)
_READING = (PAIR, *_TOLD)
_ABOVE = (STORIES, LIBRARY, *_READING, NOTES, HELP, CHOICE)
_LISTS = (LIBRARY, *_STORY, NOTES)
_SHELVES = (STORIES, LIBRARY)
_FILTERED = (STORIES, *_LISTS)
_WORK = (LIBRARY, *_READING, NOTES)
_ANY = (STORIES, *_WORK)
_NOTING = (*_READING, NOTES)
_COMPARING = (LIBRARY, PAIR)
_CONTESTED = (PAIR, *_STORY)
_ALONE = (PAIR, MATRIX)
_CELLS = (LIBRARY, PAIR, MATRIX, FIGURES)

COMMANDS = (
    Command("open", "open", ("enter",), "open what the cursor is on", _ANY, True),
    Command("choose", "choose", ("enter",), "take what the cursor is on", (CHOICE,), True),
    Command("next-conflict", "next conflict", ("}",), "go to the next conflict", _CONTESTED, True),
    Command("previous-conflict", "previous conflict", ("{",), "go back to a conflict", _CONTESTED),
    Command("next-doubt", "next doubt", (")",), "go to the next that may be a conflict", _PAIR),
    Command("previous-doubt", "previous doubt", ("(",), "go back to what may be one", _PAIR),
    Command("doubts", "doubts", ("D",), "show what may be a conflict, or hide it", _PAIR),
    Command("next-link", "next link", ("]", ","), "go to the next linked sentence", _PAIR, True),
    Command("previous-link", "previous link", ("[", ";"), "go back to a linked sentence", _PAIR),
    Command("next-only", "next only here", (">",), "go to what only one report says", _ALONE, True),
    Command("previous-only", "previous only here", ("<",), "go back to what only one says", _ALONE),
    Command("annotate", "note", ("a",), "write a note on the sentence or its link", _READING, True),
    Command("template", "template", ("i",), "write a note that begins with a template", _PAIR),
    Command("extend", "add to note", ("P",), "add the sentence to the note last changed", _PAIR),
    Command("why", "why", ("=",), "show every link and reason of the sentence", _PAIR, True),
    Command("elsewhere", "elsewhere", ("o",), "what every other report says of it", _PAIR, True),
    Command("other-pane", "other side", ("tab",), "go to the other article", _PAIR, True),
    Command("left", "left", ("h", "left"), "go to the article or outlet on the left", _CELLS),
    Command("right", "right", ("l", "right"), "go to the article or outlet on the right", _CELLS),
    Command("fold", "fold shared", ("z",), "hide what both say, or show it again", _PAIR, True),
    Command("overview", "strip", ("v",), "go about by the strip of marks at the edge", _PAIR),
    Command("layout", "layout", ("w",), "side by side, stacked or interleaved", _PAIR),
    Command("swap", "swap sides", ("S",), "exchange left and right", _PAIR),
    Command("join", "join", ("J",), "link the sentence to its nearest, or to any", _PAIR),
    Command("break", "break", ("B",), "say that the link is wrong", _PAIR),
    Command("relabel", "re-label", ("L",), "say what kind of link it is", _PAIR),
    Command("pick", "pick pair", ("p",), "choose the two articles to compare", _CELLS, True),
    Command("add", "add", ("a",), "add a file, an address or pasted text", _SHELVES, True),
    Command("correct", "correct", ("e",), "correct the text in your own editor", (LIBRARY,)),
    Command("versions", "versions", ("v",), "lay the last two versions side by side", (LIBRARY,)),
    Command("rename", "rename", ("E",), "say who published the article", (LIBRARY,)),
    Command("rename-story", "rename story", ("R",), "give the story another name", (LIBRARY,)),
    Command("remove", "remove", ("d",), "take it away; an article can be had back", _SHELVES),
    Command("stories", "stories", ("o",), "open another story", (LIBRARY,), True),
    Command("edit", "edit", ("e",), "edit the note; twice for your own editor", _NOTING, True),
    Command("tag", "tag", ("t",), "set the tags of the note", _NOTING, True),
    Command("repeat-tag", "same tags", (".",), "give the note the tags last given", _NOTING),
    Command("status", "status", ("m",), "open, checked, disputed, wrong …", _NOTING, True),
    Command("checking", "checked", ("M",), "say who checked it, when and how", _NOTING),
    Command("attach", "re-attach", ("R",), "put a note back whose passage is gone", (PAIR, NOTES)),
    Command("delete", "delete", ("d",), "delete the note", _NOTING),
    Command("undo", "undo", ("u",), "take back the last change", (LIBRARY, *_NOTING)),
    Command("redo", "redo", ("U",), "make the change again", (LIBRARY, *_NOTING)),
    Command("copy", "copy", ("y",), "copy what is selected, or the sentence", _READING),
    Command("cite", "copy with source", ("Y",), "copy it with outlet, headline and date", _READING),
    Command("export", "export", ("x",), "write the notes listed here to a file", _NOTING, True),
    Command("export-all", "export all", ("X",), "write all notes to a file", _NOTING),
    Command("search", "search", ("/",), "find words", _COMPARING, True),
    Command("next-match", "next match", ("n",), "go to the next place found", _PAIR),
    Command("previous-match", "previous match", ("N",), "go back to a place found", _PAIR),
    Command("filter", "filter", ("f",), "show only what has these words", _FILTERED, True),
    Command("clear-filter", "clear filter", ("F",), "show everything again", _FILTERED),
    Command("sort", "sort", ("s",), "sort by the next column", _LISTS, True),
    Command("reload", "reload", ("r",), "read the story and the notes again", _WORK),
    Command("stop", "call off", ("C",), "call off what is being compared or gathered", _WORK),
    Command("down", "down", ("j", "down"), "move down"),
    Command("up", "up", ("k", "up"), "move up"),
    Command("page-down", "page down", ("space", "pagedown"), "move a page down"),
    Command("page-up", "page up", ("b", "pageup"), "move a page up"),
    Command("top", "top", ("g", "home"), "go to the beginning"),
    Command("bottom", "bottom", ("G", "end"), "go to the end"),
    Command("pair", "pair", ("1",), "show the pair", (LIBRARY, *_TOLD, NOTES)),
    Command("matrix", "matrix", ("2",), "show who tells what, claim by claim", _WORK, True),
    Command("notes", "notes", ("3",), "show the notes", (*_COMPARING, *_TOLD), True),
    Command("figures", "figures", ("4",), "show who gives which number and date", _WORK, True),
    Command("quotes", "quotes", ("5",), "show who is quoted in which words", _WORK, True),
    Command("theme", "theme", ("T",), "choose the colours", _ANY),
    Command("palette", "commands", (":", "ctrl+p"), "find a command by name", _ANY),
    Command("back", "back", ("escape",), "leave this screen", _ABOVE, True),
    Command("close", "close", ("q",), "leave this screen, or Reader from the first"),
    Command("quit", "quit", ("Q",), "leave Reader"),
    Command("help", "help", ("?",), "show the keys of this screen", hint=True),
)  # fmt: skip


def commands(settings: Settings | None = None) -> tuple[Command, ...]:
    """The table, with the keys that `settings` asks for.

    Raises ReaderError, naming the line, for an action or a key that does not exist, or a key
    that would start two commands of one screen.
    """
    if settings is None or not settings.keys:
        return COMMANDS
    known = [command.name for command in COMMANDS]
    for action, keys in settings.keys.items():
        if action not in known:
            near = get_close_matches(action, known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else "see reader bindings"
            shown = sanitise_line(action)
            raise ReaderError(f'{settings.place(action)}: no command "{shown}"; {hint}')
        if not keys:
            raise ReaderError(f'{settings.place(action)}: "{action}" needs a key')
        for key in keys:
            if problem := fault(key):
                raise ReaderError(f'{settings.place(action)}: "{sanitise_line(key)}" {problem}')
    table = tuple(replace(c, keys=settings.keys.get(c.name, c.keys)) for c in COMMANDS)
    for key, first, second in clashes(table):
        asked, other = (second, first) if second.name in settings.keys else (first, second)
        raise ReaderError(
            f'{settings.place(asked.name)}: "{key}" is taken by "{other.name}"; '
            f"give one of the two another key"
        )
    return table


def clashes(table: tuple[Command, ...]) -> Iterator[tuple[str, Command, Command]]:
    """Each key that starts two commands on one screen, with the two."""
    holders: dict[tuple[str, str], Command] = {}
    for command in table:
        for key in dict.fromkeys(command.keys):
            for screen in command.where:
                first = holders.setdefault((screen, key), command)
                if first is not command:
                    yield key, first, command


def on(screen: str, table: tuple[Command, ...]) -> tuple[Command, ...]:
    """The commands of `table` that hold on `screen`."""
    return tuple(command for command in table if screen in command.where)
