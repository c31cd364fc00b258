"""What is told of a page by its words: that it is no report, or not all of one."""

import pytest

from reader.library.web.doubts import missing, stands_before
from reader.model import Article

REPORT = "The old bridge was closed on Tuesday, said the mayor. " * 3


@pytest.mark.parametrize(
    "text",
    [
        "Before you continue to the site. Accept all. Reject all.",
        "We value your privacy. Manage choices.",
        "Wir und unsere Partner brauchen Cookies. Alle akzeptieren. Alle ablehnen.",
        "Nous et nos partenaires utilisons des cookies. Tout accepter.",
    ],
)
def test_consent_pages(text):
    assert stands_before(text, "news.example") == "a consent page"


def test_what_keeps_programs_out():
    text = "Just a moment... Verifying you are human. This may take a few seconds."
    assert stands_before(text, "news.example") == "a page that keeps programs out"


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        f"{REPORT} Read our privacy policy.",
        f"{'The site asked readers to accept all cookies. ' * 60} Reject all was a link.",
        "She told the court to reject all appeals.",
    ],
)
def test_reports_are_not_taken_for_them(text):
    assert stands_before(text, "news.example") == ""


@pytest.mark.parametrize(
    ("text", "raw", "said"),
    [
        (REPORT, b"", ""),
        (REPORT, b'{"isAccessibleForFree":"False"}', "not free to read"),
        (REPORT * 20, b'{"isAccessibleForFree":"False"}', ""),
        (f"{REPORT}\n\nSubscribe to keep reading", b"", "invitation to subscribe"),
        ("The mayor said that the bridge would…", b"", "in the middle of a sentence"),
        (f"{REPORT} He had to sign in to a book.", b"", ""),
    ],
)
def test_what_may_be_missing(text, raw, said):
    found = "; ".join(missing(Article(text, "0", "A", raw=raw)))
    assert said in found
    assert bool(found) is bool(said)
