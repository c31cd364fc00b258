from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare.overrides import REASON, Correction, apply
from reader.model import Comparison, Mark, Near, Reason, Span, strongest
from tests.builders import comparisons, link, pair

KINDS = st.sampled_from([Mark.SHARED, Mark.FRAMING, Mark.CONFLICT, None])


@st.composite
def corrected(draw) -> tuple[Comparison, list[Correction]]:
    c = draw(comparisons())
    every = [(a, b) for a in range(len(c.a.marks)) for b in range(len(c.b.marks))]
    chosen = draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    return c, [Correction(a, b, draw(KINDS)) for a, b in chosen]


@given(corrected())
@settings(max_examples=60)
def test_what_the_reporter_says_holds_and_the_rest_is_as_it_was(given):
    c, corrections = given
    links = {(link.a, link.b): link for link in apply(c, corrections).links}
    before = {(link.a, link.b): link for link in c.links}
    said = {(one.a, one.b): one.kind for one in corrections}
    for place, kind in said.items():
        assert (links[place].kind if place in links else None) is kind
        assert place not in links or links[place].by_reporter
    for place in (links.keys() | before.keys()) - said.keys():
        assert links.get(place) == before.get(place)


@given(corrected())
@settings(max_examples=60)
def test_it_mirrors_and_happens_once(given):
    c, corrections = given
    done = apply(c, corrections)
    mirrored = [one.mirrored() for one in corrections]
    assert apply(c.mirrored(), mirrored) == done.mirrored()
    assert apply(done, corrections) == done


@given(corrected())
@settings(max_examples=60)
def test_marks_are_those_of_the_links_and_passages_cover_every_sentence(given):
    c, corrections = given
    done = apply(c, corrections)
    for side, end in ((done.a, "a"), (done.b, "b")):
        for sentence in side.reading.sentences:
            own = [link.kind for link in done.links if getattr(link, end) == sentence.index]
            assert side.marks[sentence.index] is strongest(own)
            inside = [p.span for p in side.passages if p.span.overlaps(sentence.span)]
            assert inside[0].start == sentence.span.start
            assert inside[-1].end == sentence.span.end
            assert all(x.end == y.start for x, y in pairwise(inside))


def test_what_is_joined_shows_the_words_both_have():
    c = pair(["They dined in Pyongyang."], ["Dinner was served in Pyongyang."])
    done = apply(c, [Correction(0, 0, Mark.SHARED)])
    text = done.a.reading.article.text
    assert "Pyongyang" in "".join(p.span.of(text) for p in done.a.passages if p.mark is Mark.SHARED)
    (made,) = done.links
    assert (made.score, made.reasons[0].type) == (1.0, REASON)


def test_what_is_broken_stays_as_the_nearest():
    c = pair(["They dined."], ["They ate."], link(0, 0, "=", 0.61))
    done = apply(c, [Correction(0, 0, None)])
    assert done.links == ()
    assert done.a.marks == (Mark.UNIQUE,)
    assert done.a.nearest == done.b.nearest == (Near(0, 0.61),)


def test_a_new_label_keeps_the_reasons_and_paints_their_words():
    reason = Reason("number", Span(3, 5), Span(3, 5), "24 / 25")
    c = pair(["In 24 years."], ["In 25 years."], link(0, 0, "=", 0.9, reason))
    done = apply(c, [Correction(0, 0, Mark.CONFLICT)])
    (made,) = done.links
    assert made.reasons[1:] == (reason,)
    assert made.score == 0.9
    assert [p.span for p in done.a.passages if p.mark is Mark.CONFLICT] == [Span(3, 5)]
    again = apply(done, [Correction(0, 0, Mark.FRAMING)])
    assert [r.type for r in again.links[0].reasons] == [REASON, "number"]
    assert replace(again.links[0], kind=made.kind, reasons=made.reasons) == made
