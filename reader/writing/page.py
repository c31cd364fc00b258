"""Markdown as one web page that needs nothing but itself, on the screen and on paper."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# No address may be loaded and no script run, whatever a page that is passed on comes to hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; }
article { border-top: 1px solid #8888; margin-top: 2rem; }
blockquote { border-left: 3px solid #8888; margin-left: 0; padding-left: 1rem; }
table { border-collapse: collapse; font: .85rem/1.4 system-ui, sans-serif; }
th, td { border: 1px solid #8888; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.wide { overflow-x: auto; }
@media print {
  body { font-size: 10pt; max-width: none; margin: 0; color: #000; background: #fff; }
  h1, h2, h3 { break-after: avoid; }
  blockquote, tr, li { break-inside: avoid; }
  .wide { overflow: visible; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; }
}
"""


def page(title: str, body: str) -> str:
    """A whole page of the HTML `body`; `title` is any text."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="Reader">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{body}</body>\n</html>\n"
    )


def html(markdown: str) -> str:
    """`markdown` as HTML; what looks like HTML in it is shown as text."""
    return str(_parser().render(markdown))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("table_open", _wide)
    parser.add_render_rule("table_close", _closed)
    return parser


def _wide(*_: object) -> str:
    return '<div class="wide">\n<table>\n'


def _closed(*_: object) -> str:
    return "</table>\n</div>\n"
