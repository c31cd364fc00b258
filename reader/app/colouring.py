"""A theme of ours as Textual wants it, for the widgets that are Textual's own."""

from __future__ import annotations

from textual.theme import Theme as TextualTheme

from reader.app.themes import Theme


def for_textual(theme: Theme) -> TextualTheme:
    """`theme` under its name; its colours under Textual's names for them."""
    colours = theme.colours
    return TextualTheme(
        name=theme.name,
        primary=colours.accent,
        accent=colours.accent,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.surface,
        warning=colours.note,
        error=colours.conflict,
        success=colours.unique,
        dark=theme.dark,
        ansi=theme.ansi,
        variables={
            # Textual's themes of sixteen colours leave these to whoever makes one.
            "ansi-background": colours.background,
            "ansi-foreground": colours.foreground,
            "surface": colours.surface,
            "panel": colours.surface,
            "muted": colours.muted,
            "rule": colours.rule,
            "selection": colours.selection,
            "block-cursor-background": colours.selection,
            "block-cursor-foreground": colours.foreground,
            "block-cursor-blurred-background": colours.selection,
            "block-cursor-blurred-foreground": colours.foreground,
            "scrollbar": colours.rule,
            "scrollbar-hover": colours.muted,
            "scrollbar-active": colours.muted,
            "scrollbar-background": colours.background,
            "scrollbar-background-hover": colours.background,
            "scrollbar-background-active": colours.background,
        },
    )
