"""What somebody could put into a text to have it do more than be read."""

from __future__ import annotations

from hypothesis import strategies as st

CLASSES = {
    "escapes": (
        "\x1b]0;title\x07", "\x1b]52;c;eA==\x07", "\x1b[2J", "\x9b7;7H", "\x90q\x9c",
        "\x1b]8;;u\x1b\\",
    ),
    "directions": ("\u202e", "\u2066", "\u2069"),
    "markup": ("[/b]", "[$primary]x", "[@click=app.quit]x[/]", "[link=u]x", "\\[", "end\\"),
    "yaml": (
        "---", "\n---\n", '"\nx: y', ": ", " #", "!!python/object/apply:os.abort []", "\u2028",
        "- [", "&a *a", "\ufeff",
    ),
    "toml": ('"""', "'''", "\n[x]\n", "\n[[note]]\n", "= 1\n", "\\u0000"),
    "markdown": (
        "](javascript:alert(1))", "<javascript:alert(1)>", "```\n", "\n# h\n", "\n> ", "|", "[[x]]",
        "%%", "$x$", "^id", "~~", "\n    code", "[x]: u", "\n\n---\n", "[^1]",
    ),
    "html": (
        "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</article>", "<!--", "&lt;",
        "]]>", "' onload='x",
    ),
    "cells": ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", ',"', ";=1", "\r=1", "\n=1"),
    "paths": (
        "../../x", "/etc/passwd", "C:\\con", "..", "~root", "file:///etc/passwd", "%2e%2e/", "-",
    ),
    "addresses": (
        "javascript:alert(1)", "JavaScript:alert(1)//http://x", "data:text/html,<script>x</script>",
        "vbscript:x", 'https://x" onclick="y', "http://[", "http://a.example/)](javascript:x",
        "https://a.example/>\n<javascript:x>", "//x", "http://user:secret@a.example/",
    ),
    "huge": ("9" * 400, "1e999", "-0", "x" * 3000, "a " * 500, "((((" * 300),
    "odd": (
        "\x00", "\x7f", "\ud800", "\ufffe", "e\u0301\u0301", "\u200d", "界", "\u0130", "\u2029",
    ),
}  # fmt: skip

pieces = st.sampled_from([piece for pieces in CLASSES.values() for piece in pieces])
payloads = st.lists(pieces | st.text(max_size=8), min_size=1, max_size=4).map("".join)
