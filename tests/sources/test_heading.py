"""Headline, dateline, agency, byline and date are recognised where the text shows them."""

from __future__ import annotations

from datetime import date

import pytest

from reader.sources.dates import Rank, date_line
from reader.sources.heading import Heading, recognise
from reader.sources.outlets import outlet_from

BODY = (
    "The council voted on Tuesday to close the bridge to all traffic until engineers have "
    "looked at every one of its cables, the mayor said in a statement that was read out.\n"
)


@pytest.mark.parametrize(
    "headline",
    [
        "Council closes bridge",
        "Who closed the bridge?",
        "Mayor: 'We had no choice'",
        "“We had no choice.”",
        "Refunds Ordered by the I.R.S.",
        'Bridge "Bridge Closed Amid Fears Spreading to the U.S."',
    ],
)
def test_a_headline_stands_apart_and_is_no_sentence(headline):
    assert recognise(f"{headline}\n\n{BODY}").headline == headline
    assert recognise(f"\n  {headline}  \n{BODY.strip()} {BODY}").headline == headline


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"The bridge is closed.\n\n{BODY}",
        f"- The bridge is closed\n\n{BODY}",
        f"The council voted\non Tuesday\n\n{BODY}",
        "Council closes bridge\n",
        f"{BODY}\nExit mobile version\n",
        "* * *\n\n" + BODY,
    ],
)
def test_there_is_no_made_up_headline(text):
    assert recognise(text).headline == ""


@pytest.mark.parametrize(
    ("start", "place", "agency"),
    [
        ("SEOUL, South Korea (AP) — ", "SEOUL, South Korea", "AP"),
        ("SEOUL, South Korea – ", "SEOUL, South Korea", ""),
        ("WASHINGTON -- ", "WASHINGTON", ""),
        ("WASHINGTON - ", "WASHINGTON", ""),
        ("AUGUSTA, Me. — ", "AUGUSTA, Me.", ""),
        ("DES MOINES—", "DES MOINES", ""),
        ("KYIV/MOSCOW, June 18 (Reuters) - ", "KYIV/MOSCOW, June 18", "Reuters"),
        ("London (AFP) – ", "London", "AFP"),
        ("NEW YORK (The Associated Press) — ", "NEW YORK", "AP"),
        ("BERLIN (Evening Post) — ", "BERLIN", "Evening Post"),
        ("Seoul, South Korea CNN — ", "Seoul, South Korea", "CNN"),
        ("(CNN) -- ", "", "CNN"),
    ],
)
def test_datelines(start, place, agency):
    for text in (f"Council closes bridge\n\n{start}{BODY}", f"{start}{BODY}"):
        found = recognise(text)
        assert (found.dateline, found.credit) == (place, agency)


@pytest.mark.parametrize(
    "start",
    [
        "Members — among them the mayor — said ",
        "NASA — which has no say — was told that ",
        "Rep. Jane Doe (D-Ill.) — The mayor's friend — said ",
        "“Guilty, Your Honor — I was,” he said. ",
        "— ",
    ],
)
def test_not_every_dash_makes_a_dateline(start):
    assert recognise(start + BODY).dateline == ""


@pytest.mark.parametrize(
    ("line", "who", "agency"),
    [
        ("By Jane Doe", "Jane Doe", ""),
        ("BY JANE DOE", "JANE DOE", ""),
        ("By Jane Doe and John Roe, Staff Writer", "Jane Doe and John Roe, Staff Writer", ""),
        ("By Jan van der Berg | June 3, 2013", "Jan van der Berg", ""),
        ("by JANE DOE, Associated Press", "JANE DOE, Associated Press", "AP"),
        ("By The Associated Press", "The Associated Press", "AP"),
        ("By Tuesday evening", "", ""),
        ("By the time it was over", "", ""),
        ("By Monday, the bridge was closed.", "", ""),
    ],
)
def test_bylines(line, who, agency):
    found = recognise(f"Council closes bridge\n\n{line}\n\n{BODY}")
    assert (found.byline, found.credit) == (who, agency)
    assert found.headline == "Council closes bridge"


@pytest.mark.parametrize(
    ("line", "rank", "day"),
    [
        ("Published May 03, 2013", Rank.PUBLISHED, date(2013, 5, 3)),
        ("MAY 3, 2013 AT 1:10PM", Rank.PLAIN, date(2013, 5, 3)),
        ("First Published: June 13, 2013 4:59 PM EDT", Rank.PUBLISHED, date(2013, 6, 13)),
        ("21 July 2013 Last updated at 11:11 GMT", Rank.UPDATED, date(2013, 7, 21)),
        ("Last updated 15:48 15 / 09 / 2013", Rank.UPDATED, date(2013, 9, 15)),
        ("Published: Tuesday, Dec. 20 2005 12:00 a. m. MST", Rank.PUBLISHED, date(2005, 12, 20)),
        ("Posted on November 15, 2011 6:07:15 PM GMT+01: 0", Rank.PUBLISHED, date(2011, 11, 15)),
        ("2013-06-13T16:59:00Z", Rank.PLAIN, date(2013, 6, 13)),
        ("Release: 03 / 08 / 2013", Rank.NONE, None),
        ("Jul. 7 5:59 PM EDT", Rank.NONE, None),
        ("Published February 31, 2013", Rank.NONE, None),
    ],
)
def test_date_lines(line, rank, day):
    found = date_line(line)
    assert found is not None
    assert (found.rank, found.day, found.rest) == (rank, day, "")


@pytest.mark.parametrize(
    "line",
    [
        "End of Watch: Friday, June 24, 2005",
        "Bridge fully restored: 4 November 2011",
        "She resigned on May 3, 2013",
        "Council must act by May 9",
        "The 2013 results",
        "10",
        "",
    ],
)
def test_lines_that_only_mention_a_date(line):
    assert date_line(line) is None


def test_dates_are_no_headlines_and_stay_in_the_text():
    found = recognise(f"21 July 2013 Last updated at 11:11 GMT\n\nCouncil closes bridge\n\n{BODY}")
    assert found == Heading(headline="Council closes bridge", published=date(2013, 7, 21))

    found = recognise(f"Council closes bridge Posted on May 3, 2013, 4:42 PM EDT\n\n{BODY}")
    assert found == Heading(headline="Council closes bridge", published=date(2013, 5, 3))


def test_the_day_of_publication_counts_more_than_that_of_an_update():
    lines = "Updated June 5, 2013\n\nPublished June 3, 2013\n\nUpdated June 7, 2013\n\n"
    assert recognise(f"Council closes bridge\n\n{lines}{BODY}").published == date(2013, 6, 3)


@pytest.mark.parametrize(
    ("line", "credit", "outlet"),
    [
        ("The Associated Press contributed to this report.", "AP contributed", ""),
        ("© 2024 The Associated Press. All rights reserved.", "AP", ""),
        ("Our reporters Jane Doe and John Roe contributed to this report.", "", ""),
    ],
)
def test_credits_at_the_foot(line, credit, outlet):
    found = recognise(f"Council closes bridge\n\n{BODY * 20}\n{line}\n")
    assert (found.credit, found.outlet) == (credit, outlet)


def test_sources_named_at_the_top():
    assert recognise(f"Source: The Evening Post\n\n{BODY}").outlet == "The Evening Post"
    assert recognise(f"Council closes bridge\n\n(Reuters)\n\n{BODY}").credit == "Reuters"


@pytest.mark.parametrize(
    ("stem", "outlet"),
    [
        ("nyt", "NYT"),
        ("the-new-york-times", "The New York Times"),
        ("BBC_News", "BBC News"),
        ("HuffPost", "HuffPost"),
        ("2024-06-18_reuters", "Reuters"),
        ("reuters 2", "Reuters 2"),
        ("ap", "AP"),
        ("nbc-news", "NBC News"),
        ("npr.org", "npr.org"),
        ("000_8078b1d599e5b427", "000"),
        ("8078b1d599e5b427", "8078b1"),
        ("7-3ab", "7-3ab"),
        ("..", "report"),
        ("", "report"),
    ],
)
def test_outlets_from_names_of_files(stem, outlet):
    assert outlet_from(stem) == outlet
