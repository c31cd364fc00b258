"""Notes made for tests, and strategies for any note at all."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from reader.model import Anchor, Mark, Note, Override, Relation, Status, sanitise, sanitise_line

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def minute(count: int) -> datetime:
    return NOON + timedelta(minutes=count)


def passage(exact: str = "first visit in 24 years", outlet: str = "AP", **others) -> Anchor:
    start = others.pop("start", 10)
    return Anchor(
        "sha256:ab12",
        exact,
        start,
        start + len(exact),
        outlet=outlet,
        **{"headline": "A visit"} | others,
    )


def note(id: str = "n1", text: str = "Check.", at: int = 0, **others) -> Note:
    others = {"passages": (passage(),)} | others
    return Note(id, NOON, minute(at), text=text, **others)


def override(kind: Mark | None = Mark.CONFLICT, a: int = 10, b: int = 90) -> Override:
    return Override(passage(start=a), passage("25 years", "CBS", start=b), kind, NOON)


texts = st.text(max_size=60).map(sanitise)
lines = st.text(max_size=30).map(sanitise_line)
moments = st.datetimes(
    min_value=datetime(1, 1, 2), timezones=st.sampled_from([UTC, timezone(timedelta(hours=9))])
)
days = st.none() | st.dates() | moments
places = st.integers(0, 10**6)
values = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | texts
    | st.dates()
    | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
extras = st.dictionaries(texts.map(lambda key: f"x {key}"), values, max_size=2)


@st.composite
def passages(draw: st.DrawFn) -> Anchor:
    start = draw(places)
    return Anchor(
        article=draw(lines),
        exact=draw(texts),
        start=start,
        end=start + draw(places),
        prefix=draw(texts),
        suffix=draw(texts),
        paragraph=draw(places),
        sentence=draw(places),
        outlet=draw(lines),
        headline=draw(lines),
        url=draw(lines),
        published=draw(days),
        retrieved=draw(st.none() | moments),
        extra=draw(extras),
        rival=draw(st.floats(0, 1)),
        value=draw(lines),
    )


notes = st.builds(
    Note,
    id=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9-]{0,9}", fullmatch=True),
    created=moments,
    updated=moments,
    passages=st.lists(passages(), max_size=3).map(tuple),
    text=texts,
    relation=st.sampled_from(Relation),
    status=st.sampled_from(Status),
    tags=st.lists(lines, max_size=3).map(tuple),
    extra=extras,
    fact=lines,
    speaker=lines,
    checked_by=lines,
    checked_on=st.none() | st.dates(),
    method=lines,
)
overrides = st.builds(
    Override,
    a=passages(),
    b=passages(),
    kind=st.none() | st.sampled_from(Mark),
    created=moments,
    extra=extras,
)


def published(when: date | datetime | None) -> Note:
    return note(passages=(passage(published=when),))


def ids(store) -> set[str]:
    """The ids of what a store holds."""
    return {held.id for held in store.notes}


def on_disk(path) -> dict[str, dict]:
    """The notes of a file as they stand there, by id."""
    return {each["id"]: each for each in tomllib.loads(path.read_text("utf-8")).get("note", [])}
