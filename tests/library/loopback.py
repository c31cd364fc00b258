"""A server on this machine that answers as the worst of the web does."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from threading import Event, Thread
from urllib.parse import urlsplit

REPORT = (
    "Bridge closed after storm\n\nThe old bridge was closed on Tuesday, said the mayor.\n\n"
    "It had stood for ninety years. Nobody was hurt when its railing fell into the river.\n"
)
_PAGE = """<!doctype html><html><head><title>Bridge closed after storm</title>
<link rel="canonical" href="https://apnews.com/somebody-elses-report">
<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>
</head><body><article><h1>Bridge closed after storm</h1>
<p>The old bridge was closed on Tuesday, said the mayor of the town in the morning.</p>
<p>It had stood for ninety years. Nobody was hurt when its railing fell into the river.</p>
</article></body></html>"""
_COOKIES = """<html><body><h1>Before you continue</h1>
<p>We and our partners use cookies.</p><button>Accept all</button></body></html>"""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Loopback

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        name = urlsplit(self.path).path.strip("/").partition(".")[0]
        answer = getattr(self, f"answer_{name}", None)
        if answer is None:
            self.plain(b"no", status=404)
            return
        try:
            answer()
        except OSError:
            self.close_connection = True

    def do_CONNECT(self) -> None:
        self.server.asked.append(self.path)
        self.plain(b"no way through", status=502)

    def plain(self, body: bytes, kind: str = "text/plain", status: int = 200, **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass

    def answer_report(self) -> None:
        self.plain(REPORT.encode())

    def answer_robots(self) -> None:
        self.plain(b"User-agent: *\nDisallow: /private*\n")

    def answer_private(self) -> None:
        self.plain(REPORT.encode())

    def answer_moved(self) -> None:
        self.plain(b"", status=302, Location="/report")

    def answer_round(self) -> None:
        self.plain(b"", status=302, Location="/round")

    def answer_file(self) -> None:
        self.plain(b"", status=302, Location="file:///etc/passwd")

    def answer_nowhere(self) -> None:
        self.plain(b"", status=302, Location="http://[")

    def answer_dressed(self) -> None:
        self.plain(b"", Content_Encoding="\x1b[2J")

    def answer_elsewhere(self) -> None:
        self.plain(b"", status=302, Location="http://169.254.169.254/latest/meta-data/")

    def answer_latin(self) -> None:
        self.plain(f"{REPORT}\nCaf\xe9 na\xefve.".encode("latin-1"), "text/plain; charset=utf-8")

    def answer_cyrillic(self) -> None:
        text = "Мост закрыт\n\nСтарый мост закрыт."
        self.plain(text.encode("koi8-r"), "text/plain;charset=KOI8-R")

    def answer_packed(self) -> None:
        self.plain(gzip.compress(REPORT.encode()), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as file:
            for _ in range(200):
                file.write(bytes(1_000_000))
        self.plain(packed.getvalue(), Content_Encoding="gzip")

    def answer_brotli(self) -> None:
        self.plain(b"\x0b\x02", Content_Encoding="br")

    def answer_torn(self) -> None:
        self.plain(gzip.compress(REPORT.encode())[:-20], Content_Encoding="gzip")

    def answer_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only this")
        self.close_connection = True

    def answer_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "99999999999")
        self.end_headers()

    def answer_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.over.is_set():
            self.wfile.write(bytes(65_536))

    def answer_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.over.wait(0.02):
            self.wfile.write(b"x")
            self.wfile.flush()

    def answer_silent(self) -> None:
        self.server.over.wait()

    def answer_nonsense(self) -> None:
        self.wfile.write(b"\x00\xff not http at all\r\n\r\n")
        self.close_connection = True

    def answer_consent(self) -> None:
        said = "Before you continue\n\nWe and our partners use cookies. Accept all\n\nReject all"
        self.plain(said.encode())

    def answer_feed(self) -> None:
        entries = "".join(
            f"<item><title>{title}</title><link>{self.server.at(path)}</link>"
            f"<description>A few words on the {title.lower()}.</description></item>"
            for title, path in (("Weather", "missing"), ("Bridge", "report"))
        )
        feed = f"<rss version='2.0'><channel><title>Local</title>{entries}</channel></rss>"
        self.plain(feed.encode(), "application/rss+xml")

    def answer_page(self) -> None:
        self.plain(_PAGE.encode(), "text/html; charset=utf-8")

    def answer_cookies(self) -> None:
        self.plain(_COOKIES.encode(), "text/html")

    def answer_wall(self) -> None:
        self.plain(f"{REPORT}\nSubscribe to continue reading".encode())

    def answer_login(self) -> None:
        self.plain(b"Who are you?", status=401)

    def answer_forbidden(self) -> None:
        self.plain(b"Go away", status=403)

    def answer_broken(self) -> None:
        self.plain(b"Oh dear", status=503)

    def answer_escapes(self) -> None:
        self.plain(REPORT.encode(), X_Odd="\x1b]0;owned\x07")


class Loopback(ThreadingHTTPServer):
    """The server; `asked` are the paths that it was asked for, `over` ends what has no end."""

    daemon_threads = True

    def __init__(self, tls: SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.scheme = "https" if tls else "http"
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        self.asked: list[str] = []
        self.over = Event()

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up: they are meant to."""

    def at(self, path: str) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_port}/{path}"


@contextmanager
def serving(tls: SSLContext | None = None) -> Iterator[Loopback]:
    with Loopback(tls) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.over.set()
        server.shutdown()
