"""Colours as theme files write them, and how well one reads on another."""

from __future__ import annotations

import re

RGB = tuple[int, int, int]

# The sixteen colours of a terminal, as xterm shows them unless told otherwise.
ANSI: dict[str, RGB] = {
    "ansi_black": (0, 0, 0), "ansi_red": (205, 0, 0), "ansi_green": (0, 205, 0),
    "ansi_yellow": (205, 205, 0), "ansi_blue": (0, 0, 238), "ansi_magenta": (205, 0, 205),
    "ansi_cyan": (0, 205, 205), "ansi_white": (229, 229, 229),
    "ansi_bright_black": (127, 127, 127), "ansi_bright_red": (255, 0, 0),
    "ansi_bright_green": (0, 255, 0), "ansi_bright_yellow": (255, 255, 0),
    "ansi_bright_blue": (92, 92, 255), "ansi_bright_magenta": (255, 0, 255),
    "ansi_bright_cyan": (0, 255, 255), "ansi_bright_white": (255, 255, 255),
}  # fmt: skip


def rgb(colour: str) -> RGB:
    """The red, green and blue, 0 to 255, of "#rrggbb" or of one of the ANSI names.

    Raises ValueError for anything else.
    """
    if colour in ANSI:
        return ANSI[colour]
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        raise ValueError('not a colour; write "#rrggbb"')
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(rgb(one)), _luminance(rgb(other))))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: RGB) -> float:
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
