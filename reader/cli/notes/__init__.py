"""``reader notes``: everything that can be done with notes without the screen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter

from reader.cli.examples import shown
from reader.cli.grammar import Command, capital
from reader.cli.notes import checking, exporting, importing, listing, orphaned, writing

ACTIONS = {
    "list": Command("print the notes, a few lines each", listing.options, listing.run),
    "show": Command("print notes with all that is known of them", listing.showing, listing.show),
    "search": Command("print the notes that have these words", listing.searching, listing.run),
    "add": Command("write a note, on passages or on none", writing.adding, writing.add),
    "edit": Command(
        "change a note; without options, in your editor", writing.editing, writing.edit
    ),
    "delete": Command(
        "take notes away; the backups beside the notes file keep them",
        writing.deleting,
        writing.delete,
    ),
    "export": Command("write notes for other programs", exporting.options, exporting.run),
    "import": Command("take in notes from other files", importing.options, importing.run),
    "orphans": Command(
        "print the passages that are gone, or that moved", orphaned.options, orphaned.run
    ),
    "attach": Command(
        "say where a passage that is gone is now", orphaned.attaching, orphaned.attach
    ),
    "check": Command(
        "say what is wrong with the notes file, or mend it", checking.options, checking.run
    ),
}


def options(parser: ArgumentParser) -> None:
    """Declare the actions, each with its own options and the notes file."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, action in ACTIONS.items():
        below = actions.add_parser(
            name,
            help=action.help,
            description=f"{capital(action.help)}.",
            epilog=shown(("notes", name)),
            formatter_class=RawDescriptionHelpFormatter,
        )
        below.add_argument("--notes", metavar="FILE", help="the notes file; your own without")
        action.options(below)


def run(arguments: Namespace) -> int:
    """Do what was asked; return 2 where some notes could not be read, otherwise 0."""
    return ACTIONS[arguments.action].run(arguments)
