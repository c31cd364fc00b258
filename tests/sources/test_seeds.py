"""The sample story, as it came."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from reader.sources import read

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("name", "digest", "headline", "dateline", "credit"),
    [
        (
            "000_8078b1d599e5b427",
            "e43e88359f3201f3",
            'Putin "Putin Arrives in North Korea Amid Intensifying Confrontations with U.S."',
            "SEOUL, South Korea",
            "",
        ),
        (
            "001_952a4353e557243a",
            "90ed0d3b28eb3dca",
            "Putin Visits North Korea, Pledges Cooperation Amid Sanctions Pressure",
            "SEOUL, South Korea",
            "AP",
        ),
        (
            "002_27653fe756725a5b",
            "5a0c588094781280",
            "Putin begins historic visit to North Korea, strengthening ties with Kim Jong Un amid"
            " western pressure",
            "",
            "",
        ),
        ("003_d1e5d47e08e86daf", "445ac4829a5bdf4f", "", "", ""),
        ("004_1abda536737b2010", "36e1c0b2b1c79dde", "", "", ""),
    ],
)
def test_what_the_seeds_show(name, digest, headline, dateline, credit):
    path = SEEDS / f"{name}.txt"
    (article,) = read(path)

    assert sha256(path.read_bytes()).hexdigest().startswith(digest)
    assert (article.headline, article.dateline, article.credit) == (headline, dateline, credit)
    assert article.outlet == name[:3]
    assert article.byline == ""
    assert article.published is None
    assert article.text == path.read_text(encoding="utf-8")
