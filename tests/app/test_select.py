from hypothesis import given
from hypothesis import strategies as st

from reader.app.flow import Layout, flow
from reader.app.select import chosen
from tests.builders import comparisons


@given(comparisons(), st.sampled_from(Layout), st.integers(4, 30), st.data())
def test_what_is_chosen_lies_in_one_article_and_grows_with_the_drag(c, layout, width, data):
    laid = flow(c, layout, width)
    if not laid.height:
        return
    points = st.tuples(st.integers(0, width), st.integers(0, 2 * laid.height - 1))
    start, end = sorted((data.draw(points), data.draw(points)), key=lambda point: point[1])
    for side, one in enumerate((c.a, c.b)):
        length = len(one.reading.article.text)
        span = chosen(c, laid, side, start, end)
        wider = chosen(c, laid, side, start, None)
        if span:
            assert 0 <= span.start < span.end <= length
            assert wider
            assert wider.start == span.start
            assert wider.end >= span.end
