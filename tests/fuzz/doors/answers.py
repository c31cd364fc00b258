"""What servers answer: status lines, headers, redirects, lies about length, coding and charset."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from unittest import mock

from reader.library import add, open_story
from reader.library.web import Web, fetch
from tests.fuzz.doors.checks import clean, refused

WEB = Web(allow_local=True, seconds=5, bytes=200_000)
REPORT = "The old bridge was closed on Tuesday, said the mayor.\n"
_looked_up = socket.getaddrinfo


class _Handler(StreamRequestHandler):
    """Answers whatever it is asked with what the server has been given to say."""

    server: _Server
    timeout = 1

    def handle(self) -> None:
        asked = self.rfile.readline()
        if asked.startswith(b"GET"):
            while self.rfile.readline().strip():
                pass
        again = self.server.first if b" / " in asked else self.server.then
        self.wfile.write(again)


class _Server(ThreadingTCPServer):
    """Says `first` at the address itself, and `then` everywhere else."""

    daemon_threads = True
    allow_reuse_address = True
    first = then = b""

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up: they are meant to."""


@cache
def _serving() -> _Server:
    server = _Server(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server


def _on_this_machine(host: str, *rest: object, **more: object) -> object:
    """Look up numbers of this machine, and nothing on the net."""
    if not str(host).startswith("127."):
        raise socket.gaierror("not on this machine")
    return _looked_up(host, *rest, **more)


@contextmanager
def _answering(first: bytes, then: bytes) -> Iterator[str]:
    server = _serving()
    server.first, server.then = first, then
    with _offline({"no_proxy": "*"}):
        yield f"127.0.0.1:{server.server_address[1]}"


@contextmanager
def _offline(environment: dict[str, str]) -> Iterator[None]:
    """Let nothing on the net be found, and no thread break down."""
    broken: list[object] = []
    with (
        mock.patch("threading.excepthook", broken.append),
        mock.patch("socket.getaddrinfo", _on_this_machine),
        mock.patch.dict("os.environ", environment),
    ):
        yield
    assert not broken, broken


def answers(payload: str, folder: Path) -> None:
    """Every part of an answer, as the worst of servers would give it."""
    body = payload.encode("utf-8", "surrogatepass")
    page = b"<!doctype html><title>%b</title><article><h1>%b</h1>" % (body, body)
    page += b"<p>%b %b</p>" % (REPORT.encode(), body) * 3
    length = b"HTTP/1.1 200 OK\r\nContent-Length: "
    wrong = (
        b"HTTP/1.1 302 Found\r\nLocation: %b\r\n\r\n" % body,
        b"HTTP/1.1 301 %b\r\nLocation: http://[%b\r\n\r\n" % (body, body),
        b"HTTP/1.1 302 Found\r\nLocation: //127.0.0.1:%b/\r\n\r\n" % body,
        b"HTTP/1.1 200 OK\r\nContent-Encoding: %b\r\n\r\n%b" % (body, page),
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n%b" % gzip.compress(page, 1)[:-9] + body,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%b\r\n%b" % (body, page),
        length + body + b"\r\n\r\n" + page,
        length + b"9" * 30 + b"\r\n\r\n" + page,
        b"HTTP/1.1 %b\r\n\r\n%b" % (body, page),
        body,
    )
    for answer in wrong:
        with _answering(answer, b"HTTP/1.1 200 OK\r\n\r\n" + body) as host:
            if found := refused(lambda host=host: fetch(f"http://{host}/", WEB, lambda: False)):
                clean([found.addresses, found.reply.headers, found.reply.machine])
    with _answering(body, body) as host:
        refused(lambda: fetch(f"https://{host}/", WEB, lambda: False))
    head = b"HTTP/1.1 200 %b\r\nX-%b: %b\r\nContent-Type: text/html; charset=%b\r\n\r\n"
    with _answering(head % (body, body, body, body) + page, body) as host:
        story = folder / "story"
        if refused(lambda: add(story, [f"http://{host}/"], web=WEB)):
            found = open_story([story])
            clean([found.name, found.faults, found.articles])
            for evidence in story.rglob("evidence.toml"):
                clean(evidence.read_text("utf-8"))


def proxies(payload: str, _: Path) -> None:
    """What the environment says of the way to the net."""
    text = payload.encode("utf-8", "replace").decode().replace("\0", "")
    for url in ("http://news.invalid/", "https://news.invalid/", f"http://{text}/"):
        for proxy, but in ((text, ""), (f"http://{text}:8080", ""), ("http://127.0.0.1:1", text)):
            with _offline({"http_proxy": proxy, "https_proxy": proxy, "no_proxy": but}):
                assert refused(lambda url=url: fetch(url, WEB, lambda: False)) is None
