"""One question to one machine and its answer, bounded in bytes and in time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from reader.library.web.hosts import Place
from reader.model import ReaderError, sanitise_line

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

_CHUNK = 65_536
_PAUSE = 10.0
"""Seconds that may pass without a byte."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came, less its compression; `machine` is the one that was connected to."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    machine: str

    def header(self, name: str) -> str:
        """The first header of that name, "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def ask(
    place: Place,
    machines: Sequence[str],
    agent: str,
    limit: int,
    until: float,
    proxy: Place | None = None,
) -> Reply:
    """Get `place` from the first of `machines` that answers, at most `limit` bytes of it.

    Where there is a `proxy`, that is asked instead. `until` is when to give up, by the monotonic
    clock. The body of a redirect is not read.

    Raises ReaderError when there is no answer, or too much or too little of one.
    """
    from http.client import HTTPException

    from urllib3.exceptions import HTTPError

    headers = {
        "Host": place.authority,
        "User-Agent": agent,
        "Accept": "text/html, application/xhtml+xml, */*;q=0.8",
        "Accept-Encoding": "gzip",
    }
    fault: Exception | None = None
    plainly = proxy is not None and place.scheme == "http"
    for machine in [proxy.host] if proxy else machines:
        connection = _connection(place, machine, proxy)
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            fault = error
            connection.close()
            continue
        try:
            target = place.url if plainly else place.target
            connection.request("GET", target, headers=headers, preload_content=False)
            response = connection.getresponse()
            moved = 300 <= response.status < 400
            body = b"" if moved else _body(place, response, limit, until)
            told = tuple((sanitise_line(k), sanitise_line(v)) for k, v in response.headers.items())
            return Reply(response.status, told, body, machine)
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            raise ReaderError(f"{place.url}: the answer broke off ({_reason(error)})") from error
        finally:
            connection.close()
    raise ReaderError(f"cannot reach {place.host} ({_reason(fault)})") from fault


def _connection(place: Place, machine: str, proxy: Place | None) -> HTTPConnection:
    """To the machine by its number, so that no second look-up can lead elsewhere."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    port = proxy.port if proxy else place.port
    if place.scheme == "http":
        return HTTPConnection(machine, port, timeout=_PAUSE)
    import ssl

    connection = HTTPSConnection(
        machine,
        port,
        timeout=_PAUSE,
        ssl_context=ssl.create_default_context(),
        server_hostname=place.host,
    )
    if proxy:
        connection.set_tunnel(place.host, place.port)
    return connection


def _body(place: Place, response: BaseHTTPResponse, limit: int, until: float) -> bytes:
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise ReaderError(_too_large(place, limit))
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    if packed not in ("identity", "gzip", "x-gzip", ""):
        way = sanitise_line(packed)[:20]
        raise ReaderError(f"{place.url}: packed in a way that was not asked for ({way})")
    pieces = _raw(place, response, until)
    if "gzip" in packed:
        pieces = _unpacked(place, pieces, limit)
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limit:
            raise ReaderError(_too_large(place, limit))
    return bytes(body)


def _raw(place: Place, response: BaseHTTPResponse, until: float) -> Iterator[bytes]:
    announced, got = response.headers.get("content-length", ""), 0
    while piece := response.read1(_CHUNK, decode_content=False):
        if monotonic() > until:
            raise ReaderError(f"{place.url}: too slow; try again, or save it from your browser")
        got += len(piece)
        yield piece
    if announced.isdecimal() and got < int(announced):
        raise ReaderError(f"{place.url}: the answer broke off after {got} of {announced} bytes")


def _unpacked(place: Place, pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """What gzip packed, never more than a little over `limit` of it at once."""
    unpack = zlib.decompressobj(wbits=31)
    try:
        for piece in pieces:
            yield unpack.decompress(piece, limit + 1)
            if unpack.unconsumed_tail:
                raise ReaderError(_too_large(place, limit))
    except zlib.error as error:
        raise ReaderError(f"{place.url}: the answer cannot be unpacked") from error
    if not unpack.eof:
        raise ReaderError(f"{place.url}: the answer broke off")


def _too_large(place: Place, limit: int) -> str:
    return f"{place.url}: larger than {limit // 1_000_000} MB, which no report is"


def _reason(error: Exception | None) -> str:
    import ssl

    said = str(error)
    if isinstance(error, ssl.SSLCertVerificationError) or "CERTIFICATE" in said:
        why = "is another site's" if "mismatch" in said else "is not valid"
        return f"its certificate {why}; do not trust what it sends"
    words = sanitise_line(said).rpartition(": ")[2]
    return "no answer in time" if "timed out" in words else words or type(error).__name__
