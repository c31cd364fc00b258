"""``reader bindings``, ``themes`` and ``locate``: what there is to press, to choose and to find."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from reader.cli.output import add_format, complain, write_table
from reader.model import sanitise_line


def options(parser: ArgumentParser) -> None:
    """Declare the form of the answer."""
    add_format(parser, "text", "json", "markdown")


def bindings(arguments: Namespace) -> int:
    """Print each command of the screens with the keys that the settings give it."""
    from reader.app.commands import commands
    from reader.render.tables import Table
    from reader.settings import load_settings

    lines = [
        (" ".join(command.keys), command.name, command.help, command.scope)
        for command in commands(load_settings())
    ]
    table = Table("Bindings", ("keys", "command", "what it does", "where"), tuple(lines))
    write_table(table, arguments.format)
    return 0


def themes(arguments: Namespace) -> int:
    """Print the themes that can be used, and on standard error why others cannot."""
    from reader.app.themes import load_themes
    from reader.render.tables import Table

    found = load_themes()
    lines = [
        (
            theme.name,
            theme.title,
            "dark" if theme.dark else "light",
            sanitise_line(str(theme.path or "built in")),
        )
        for _, theme in sorted(found.by_name.items())
    ]
    table = Table("Themes", ("name", "title", "ground", "file"), tuple(lines))
    write_table(table, arguments.format)
    for fault in found.faults:
        complain(fault)
    return 0


def locate(arguments: Namespace) -> int:
    """Print where Reader's files are, or would be."""
    from reader.render.tables import Table
    from reader.settings import load_settings, locations

    files = locations(load_settings())
    lines = [(name, sanitise_line(str(path))) for name, path in files.items()]
    write_table(Table("Files", ("what", "where"), tuple(lines)), arguments.format)
    return 0
