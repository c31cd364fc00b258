"""Notes as a template of the reporter's own lays them out: Jinja, in a sandbox."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reader.model import Note, ReaderError, sanitise_line
from reader.notes.fields import note_table
from reader.writing.markdown import inline, link, quoted

_FAULTS = (
    ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip
_PAGES = (".html", ".htm", ".xml")


def filled(template: Path, notes: Sequence[Note], title: str) -> str:
    """The text that the file `template` makes of `notes` and `title`.

    Each note has the keys of the notes file, `passage` among them. Beside Jinja's own there are
    the filters `markdown` and `quoted`, which make Markdown of any text, and `link`, which takes
    an address. In a template for HTML every text is escaped. No template can reach files, or
    anything else but what it is given. Raises ReaderError, with the line where there is one.
    """
    from jinja2 import TemplateError, TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    name = sanitise_line(str(template))
    html = any(suffix in _PAGES for suffix in template.suffixes)
    environment = ImmutableSandboxedEnvironment(
        autoescape=html, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    filters: dict[str, Callable[..., str]] = {"markdown": inline, "quoted": quoted, "link": link}
    environment.filters |= {name: _of_anything(write) for name, write in filters.items()}
    try:
        source = template.read_bytes().decode("utf-8-sig")
        tables = [note_table(note) for note in notes]
        return environment.from_string(source).render(title=title, notes=tables)
    except OSError as error:
        raise ReaderError(f"cannot read {name}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise ReaderError(f"{name}: not UTF-8 text") from None
    except TemplateSyntaxError as error:
        raise ReaderError(f"{name}, line {error.lineno}: {sanitise_line(str(error))}") from None
    except (TemplateError, *_FAULTS) as error:
        told = sanitise_line(str(error)) or "it takes more memory than there is"
        raise ReaderError(f"{name}: {told}") from None


def _of_anything(write: Callable[..., str]) -> Callable[..., str]:
    """The same for numbers and dates, and "" for what a note does not say."""
    return lambda *values: write(*map(str, values))
