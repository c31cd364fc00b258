from reader.compare.synopsis import synopsis
from reader.model import Dispute, Excerpt, Mark, Span, Telling
from reader.render.claims import SORTS, arranged, dispute, tally
from tests.builders import link, reading


def story(count: int, sign: str = "="):
    readings = [reading([f"It cost {k}0 euros.", f"Own {k}."], f"Outlet {k}") for k in range(count)]
    links = {(a, b): [link(0, 0, sign)] for b in range(count) for a in range(b)}
    return synopsis(readings, links)


def test_a_claim_says_how_many_tell_it_and_from_how_many_hands():
    (claim,) = story(3).claims
    assert tally(claim) == "3 outlets, 3 origins"


def test_a_dispute_names_the_first_values_and_counts_the_rest():
    found = story(9, "!")
    values = tuple((Excerpt(Telling(k, 0), Span(8, 16)),) for k in range(9))
    said = dispute(
        Dispute(Mark.CONFLICT, "number", "cost", values), found, [f"O{k}" for k in range(9)]
    )
    assert said.startswith("cost: 00 euros (O0) / 10 euros (O1)")
    assert said.endswith("(O5) and 3 more")


def test_claims_are_arranged_and_none_is_lost():
    readings = [reading([f"A {k}.", f"B {k}.", f"C {k}."], f"Outlet {k}") for k in range(3)]
    links = {
        (0, 1): [link(0, 0), link(1, 1, "!"), link(2, 2, "~")],
        (0, 2): [link(0, 0), link(2, 2)],
        (1, 2): [link(0, 0), link(2, 2)],
    }
    claims = synopsis(readings, links).claims
    marks = [claim.mark for claim in arranged(claims, "conflict")]
    assert marks == [Mark.CONFLICT, Mark.FRAMING, Mark.SHARED]
    assert [len(claim.articles) for claim in arranged(claims, "coverage")] == [3, 3, 2]
    assert [c.gist.sentence for c in arranged(claims, "first appearance")] == [0, 1, 2]
    assert all(set(arranged(claims, by)) == set(claims) for by in SORTS)
