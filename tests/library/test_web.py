"""Addresses: fetched when asked, from the open net, whole, and never without end."""

from __future__ import annotations

import socket
import ssl
import tomllib
from dataclasses import replace

import pytest
import trustme

from reader.library import CancelledError, add, open_story
from reader.library.record import original_in
from reader.library.web import Web
from reader.library.web.hosts import is_open, place
from reader.model import ReaderError, sanitise_line
from tests.library.loopback import REPORT, serving

LOCAL = Web(allow_local=True, seconds=20, bytes=2_000_000)


@pytest.fixture(scope="module")
def server():
    with serving() as running:
        yield running


@pytest.fixture
def story(tmp_path, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    return tmp_path / "story"


def fault(story, url, web=LOCAL):
    """What is said when `url` cannot be added: one line, and no story."""
    with pytest.raises(ReaderError) as caught:
        add(story, [url], web=web)
    said = str(caught.value)
    assert sanitise_line(said) == said
    assert not story.exists()
    return said


@pytest.fixture
def authority(tmp_path, monkeypatch):
    """Who signs certificates, and is trusted in this test alone."""
    trusted = trustme.CA()
    trusted.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return trusted


def certified(authority, name):
    """How a site answers that has a certificate for `name`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def test_a_site_with_a_certificate_of_its_own_is_read(story, authority):
    with serving(certified(authority, "127.0.0.1")) as site:
        (one,) = add(story, [site.at("report")], web=LOCAL).arrived
    assert one.article.url == site.at("report")


def test_a_certificate_for_another_name_is_refused(story, authority):
    with serving(certified(authority, "news.example")) as site:
        said = fault(story, site.at("report"))
    wrong = "its certificate is another site's; do not trust what it sends"
    assert said == f"cannot reach 127.0.0.1 ({wrong})"
    assert site.asked == []


@pytest.mark.usefixtures("authority")
def test_a_certificate_that_nobody_vouches_for_is_refused(story):
    with serving(certified(trustme.CA(), "127.0.0.1")) as site:
        assert "its certificate is not valid" in fault(story, site.at("report"))
    assert site.asked == []


def test_a_page_comes_with_its_evidence(server, story):
    url = server.at("moved")
    (one,) = add(story, [url], web=LOCAL).arrived
    evidence = tomllib.loads((one.version / "evidence.toml").read_text())
    assert one.article.text == REPORT
    assert (one.article.url, one.article.outlet) == (server.at("report"), "127.0.0.1")
    assert one.article.retrieved == evidence["retrieved"]
    assert original_in(one.version).read_bytes() == REPORT.encode()
    assert (evidence["asked"], evidence["answered"]) == (url, server.at("report"))
    assert (evidence["status"], evidence["machine"]) == (200, "127.0.0.1")
    assert ["Content-Type", "text/plain"] in evidence["headers"]
    assert open_story([story]).articles[0].retrieved == evidence["retrieved"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("latin", "Café naïve."),
        ("cyrillic", "Старый мост"),
        ("packed", "ninety years"),
        ("escapes", "ninety years"),
    ],
)
def test_what_is_packed_or_wrongly_labelled_is_read(server, story, path, said):
    (one,) = add(story, [server.at(path)], web=LOCAL).arrived
    assert said in one.article.text
    assert "\x1b" not in (one.version / "evidence.toml").read_text()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("round", "sent from address to address without end"),
        ("file", "file:///etc/passwd: only addresses with http or https"),
        ("nowhere", "the site leads to http://[, no address"),
        ("dressed", "packed in a way that was not asked for (\ufffd[2j)"),
        ("bomb", "larger than 2 MB"),
        ("huge", "larger than 2 MB"),
        ("endless", "larger than 2 MB"),
        ("brotli", "packed in a way that was not asked for"),
        ("torn", "broke off"),
        ("short", "broke off"),
        ("nonsense", "broke off"),
        ("consent", "looks like a consent page: save the page from your browser"),
        ("cookies", "looks like a consent page: save the page from your browser"),
        ("private", "robots.txt asks programs to leave this page alone"),
        ("missing", "has no such page"),
        ("login", "asks for a name and password"),
        ("forbidden", "turns programs away: open it in your browser"),
        ("broken", "has trouble of its own (503)"),
    ],
)
def test_what_is_no_report_is_one_clear_line(server, story, path, said):
    assert said in fault(story, server.at(path))


def test_a_proxy_is_asked_for_the_open_net_alone(server, story, monkeypatch):
    monkeypatch.setenv("http_proxy", f"127.0.0.1:{server.server_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    (one,) = add(story, ["http://news.invalid/report"], web=Web()).arrived
    assert one.article.url == "http://news.invalid/report"
    assert server.asked[-1] == "http://news.invalid/report"
    before = len(server.asked)
    with pytest.raises(ReaderError, match="on this machine or its own network"):
        add(story, ["http://10.0.0.7/report"], web=Web())
    assert len(server.asked) == before


def test_a_proxy_is_asked_to_lead_to_the_site_itself_where_that_is_secret(
    server, story, monkeypatch
):
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    assert "cannot reach news.invalid" in fault(story, "https://news.invalid/report")
    assert server.asked[-1] == "news.invalid:443"


def test_a_proxy_that_cannot_be_used_is_said_without_its_password(story, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://me:secret@127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    said = fault(story, "http://news.invalid/report")
    assert "cannot go through the proxy" in said
    assert "secret" not in said


@pytest.mark.parametrize("path", ["slow", "silent"])
def test_nobody_is_waited_for_without_end(server, story, path):
    assert "too slow" in fault(story, server.at(path), Web(allow_local=True, seconds=0.5))


def test_waiting_can_be_called_off(server, story):
    calls = iter([False, True])
    with pytest.raises(CancelledError):
        add(story, [server.at("silent")], web=LOCAL, cancelled=lambda: next(calls, True))
    assert not story.exists()


def test_a_fault_of_readers_own_keeps_nobody_waiting(story, monkeypatch):
    def fail(*_, **__):
        raise AssertionError("a fault of Reader's own")

    monkeypatch.setattr("reader.library.web.fetching.machines", fail)
    with pytest.raises(AssertionError, match="own"):
        add(story, ["http://example.org"], web=LOCAL)


def test_an_invitation_to_subscribe_is_said(server, story):
    (one,) = add(story, [server.at("wall")], web=LOCAL).arrived
    assert any("it may be cut off" in line for line in one.article.left_out)


def test_a_web_page_cannot_pass_for_another_sites(server, story):
    web = replace(LOCAL, outlets={"apnews.com": "The AP"})
    (one,) = add(story, [server.at("page")], web=web).arrived
    assert (one.article.outlet, one.article.url) == ("127.0.0.1", server.at("page"))
    assert one.article.text.startswith("Bridge closed after storm\n\nThe old bridge was")
    said = "; ".join(one.article.left_out)
    assert "says that its address is https://apnews.com/somebody-elses-report" in said
    assert "not free to read: the text may be cut off" in said
    assert original_in(one.version).suffix == ".html"


def test_this_machine_is_asked_only_when_that_is_allowed(server, story):
    before = len(server.asked)
    assert "--allow-local" in fault(story, server.at("report"), Web())
    assert len(server.asked) == before


def test_a_redirect_leads_into_no_private_network(server, story, monkeypatch):
    open_one = frozenset({"127.0.0.1"})
    monkeypatch.setattr(
        "reader.library.web.hosts.is_open", lambda number: number in open_one or is_open(number)
    )
    assert "169.254.169.254 is on this machine or its own network" in fault(
        story, server.at("elsewhere"), Web()
    )


def test_what_was_looked_up_is_what_is_connected_to(server, story, monkeypatch):
    """A name that leads to the open net when it is checked, and inside when it is asked again."""
    asked, looked_up = [], socket.getaddrinfo

    def rebinding(host, port, *args, **kwargs):
        asked.append(host)
        if host == "93.184.216.34":
            raise OSError("the open net is not there")
        if host != "rebind.example":
            return looked_up(host, port, *args, **kwargs)
        number = "127.0.0.1" if asked.count(host) > 1 else "93.184.216.34"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    before = len(server.asked)
    said = fault(story, f"http://rebind.example:{server.server_port}/report", Web())
    assert "on this machine" in said
    assert "93.184.216.34" in asked
    assert len(server.asked) == before


@pytest.mark.parametrize(
    ("number", "opened"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.0.0.7", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_numbers_are_of_the_open_net(number, opened):
    assert is_open(number) is opened


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/a", "file:///etc/passwd", "http://", "http://user:secret@example.org/",
     "http://[::1", "javascript://x", "http://exa mple.org/", "https://example.org:99999/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(story, url):
    assert "secret" not in fault(story, url)


def test_an_address_is_taken_apart():
    assert place("HTTPS://Example.ORG:443/a?b=1#c").url == "https://example.org/a?b=1"
    assert place("http://example.org:8080").target == "/"
    assert place("http://[2606:2800::1]:81/x").authority == "[2606:2800::1]:81"
