import json
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given

from reader.model import Reason, Span, Story
from reader.render.json import comparison, listing
from tests.builders import compared, comparisons, link, pair, reading


def test_the_shape_is_the_published_one():
    years = Reason("number", Span(0, 8), Span(4, 12), "24 years / 25 years")
    c = pair(["24 years."], ["For 25 years."], link(0, 0, "!", 0.83, years))
    assert comparison(c) == {
        "schema": "reader.comparison/1",
        "articles": [
            {
                "path": "",
                "outlet": "AP",
                "headline": "A visit",
                "published": None,
                "sha256": c.a.reading.article.sha256,
                "text": "24 years.",
                "sentences": [
                    {
                        "index": 0,
                        "paragraph": 0,
                        "start": 0,
                        "end": 9,
                        "text": "24 years.",
                        "mark": "conflict",
                    }
                ],
                "passages": [{"start": 0, "end": 9, "mark": "conflict"}],
            },
            {
                "path": "",
                "outlet": "Reuters",
                "headline": "The visit",
                "published": None,
                "sha256": c.b.reading.article.sha256,
                "text": "For 25 years.",
                "sentences": [
                    {
                        "index": 0,
                        "paragraph": 0,
                        "start": 0,
                        "end": 13,
                        "text": "For 25 years.",
                        "mark": "conflict",
                    }
                ],
                "passages": [{"start": 0, "end": 13, "mark": "conflict"}],
            },
        ],
        "links": [
            {
                "a": [0],
                "b": [0],
                "kind": "conflict",
                "score": 0.83,
                "reasons": [
                    {
                        "type": "number",
                        "a": {"start": 0, "end": 8, "text": "24 years"},
                        "b": {"start": 4, "end": 12, "text": "25 years"},
                        "why": "24 years / 25 years",
                    }
                ],
            }
        ],
    }


@given(comparisons())
def test_every_character_is_in_a_sentence_or_a_gap_and_survives_json(c):
    read = json.loads(json.dumps(comparison(c), ensure_ascii=False).encode())
    for article, side in zip(read["articles"], (c.a, c.b), strict=True):
        assert article["text"] == side.reading.article.text
        assert [s["text"] for s in article["sentences"]] == [
            article["text"][s["start"] : s["end"]] for s in article["sentences"]
        ]
        assert [(p["start"], p["end"]) for p in article["passages"]] == [
            (s["start"], s["end"]) for s in article["sentences"]
        ]


def test_furniture_repeats_and_corrections_are_said_only_where_they_are():
    plain = reading(["Read more", "He came.", "He came."])
    first, second, third = plain.sentences
    odd = replace(
        plain, sentences=(replace(first, furniture=True), second, replace(third, repeats=1))
    )
    c = compared(odd, reading(["He came."]), [replace(link(1, 0), by_reporter=True)])
    said = comparison(c)
    flags = [
        {key: s[key] for key in ("furniture", "repeats") if key in s}
        for s in said["articles"][0]["sentences"]
    ]
    assert flags == [{"furniture": True}, {}, {"repeats": 1}]
    assert said["links"][0]["by_reporter"] is True


def test_a_date_is_iso_and_a_reason_may_have_one_side():
    silent = Reason("attribution", Span(0, 2), None, "says / states as fact")
    a = reading(["He came."], published=date(2024, 6, 18))
    b = reading(["He came."], published=datetime(2024, 6, 18, 9, 30, tzinfo=UTC))
    said = comparison(compared(a, b, [link(0, 0, "~", 0.9, silent)]))
    assert [article["published"] for article in said["articles"]] == [
        "2024-06-18",
        "2024-06-18T09:30:00+00:00",
    ]
    assert said["links"][0]["reasons"][0]["b"] is None


def test_the_list_says_what_each_adds_and_how_much_pairs_share():
    a, b, c = reading(["x", "y", "z", "v"]), reading(["x", "y"]), reading(["w"])
    pairs = {
        (0, 1): compared(a, b, [link(0, 0), link(1, 1, "!")]),
        (0, 2): compared(a, c, [link(0, 0)]),
        (1, 2): compared(b, c),
    }
    said = listing(Story("visit", (a.article, b.article, c.article), faults=("x: empty",)), pairs)
    assert [(each["only_here"], each["in_conflict"]) for each in said["articles"]] == [
        (0.5, 1),
        (0.0, 1),
        (0.0, 0),
    ]
    assert said["overlap"] == [[None, 0.5, 0.25], [1.0, None, 0.0], [1.0, 0.0, None]]
    assert said["faults"] == ["x: empty"]
