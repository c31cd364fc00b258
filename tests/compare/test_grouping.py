"""Articles find their story again, and a stray is pointed out; in whatever order they come."""

from hypothesis import given
from hypothesis import strategies as st

from reader.compare.channels import lines
from reader.compare.grouping import groups, likeness, strays
from reader.language import read
from reader.model import Article

BRIDGE = (
    "The Harlow bridge was closed on Tuesday after a storm, said Mayor Jane Doe of Harlow.",
    "Jane Doe, mayor of Harlow, has closed the bridge because of the storm on Tuesday.",
    "A storm shut the bridge at Harlow, its mayor Jane Doe told reporters. No one was hurt.",
)
VOTE = (
    "Parliament in Vilnius rejected the budget by 71 votes to 60, Minister Petras Kazlauskas said.",
    "The budget failed in Vilnius: 60 deputies voted for it, 71 against. Kazlauskas resigned.",
)
ALONE = "A goalkeeper of Porto United scored from his own half in the last minute of the final."


def parted(*texts):
    return [lines(read(Article(text, str(hash(text)), "AP"))) for text in texts]


def test_stories_are_found_again():
    assert groups(parted(*VOTE, *BRIDGE, ALONE)) == ((2, 3, 4), (0, 1), (5,))


def test_little_and_nothing():
    assert groups([]) == strays([]) == strays(parted(ALONE)) == ()
    assert groups(parted(ALONE)) == ((0,),)
    assert groups(parted("...", "!!!")) == ((0,), (1,))


def test_a_stray_is_pointed_out_where_most_agree():
    assert strays(parted(*BRIDGE, ALONE)) == (3,)
    assert strays(parted(*BRIDGE)) == ()
    assert strays(parted(*VOTE, *BRIDGE[:2])) == ()


@given(st.permutations(range(6)))
def test_the_order_of_files_does_not_matter(order):
    texts = (*VOTE, *BRIDGE, ALONE)
    found = groups(parted(*(texts[place] for place in order)))
    assert {frozenset(order[place] for place in group) for group in found} == {
        frozenset({2, 3, 4}),
        frozenset({0, 1}),
        frozenset({5}),
    }


def test_likeness_is_of_two():
    like = likeness(parted(*BRIDGE, *VOTE))
    assert (abs(like - like.T) < 1e-9).all()
    assert like[0, 1] > like[0, 3]
