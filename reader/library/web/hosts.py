"""Which machines may be asked: those of the open net, and others only when that is allowed."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from reader.model import ReaderError, sanitise_line

_PORTS = {"http": 80, "https": 443}
_TRANSLATED = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Place:
    """An http or https address taken apart; `target` is its path and query."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as robots.txt holds for them."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def place(url: str) -> Place:
    """`url` taken apart.

    Raises ReaderError where it is none, carries a password, or is neither http nor https.
    """
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    shown = sanitise_line(url)
    try:
        parts = parse_url(url.strip())
    except LocationParseError as error:
        raise ReaderError(f"{shown}: not an address") from error
    if parts.scheme not in _PORTS:
        raise ReaderError(f"{shown}: only addresses with http or https are fetched")
    if not parts.host:
        raise ReaderError(f"{shown}: there is no host in this address")
    if parts.auth:
        host = sanitise_line(parts.host)
        raise ReaderError(f"{host}: an address with a name or password in it is not fetched")
    host = parts.host.strip("[]")
    target = parts.request_uri
    port = parts.port or _PORTS[parts.scheme]
    clean = Place("", parts.scheme, host, port, target)
    return Place(f"{clean.origin}{target}", clean.scheme, host, port, target)


def proxy_for(here: Place) -> Place | None:
    """The proxy through which this account goes to such an address, as its settings say.

    Raises ReaderError for one that Reader cannot use.
    """
    from urllib.request import getproxies, proxy_bypass

    told = getproxies().get(here.scheme)
    if not told or proxy_bypass(f"{here.host}:{here.port}"):
        return None
    try:
        proxy = place(told if "://" in told else f"http://{told}")
    except ReaderError:
        proxy = None
    if proxy is None or proxy.scheme != "http":
        raise ReaderError(
            f"cannot go through the proxy that is set for {here.scheme}: Reader knows only http "
            "proxies without a password; save the page from your browser and add the file"
        )
    return proxy


def knows(host: str) -> bool:
    """Whether this machine can say where `host` is."""
    try:
        return bool(socket.getaddrinfo(host, None))
    except (OSError, UnicodeError):
        return False


def machines(host: str, port: int, *, allow_local: bool) -> list[str]:
    """The numeric addresses of `host` that may be asked: what is then connected to is one of them.

    Raises ReaderError when it has none, or none outside this machine and its own networks.
    """
    shown = sanitise_line(host)
    try:
        known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReaderError(
            f"cannot find {shown}: check the address, and that there is a connection"
        ) from error
    numeric = list(dict.fromkeys(str(entry[4][0]) for entry in known))
    allowed = [number for number in numeric if allow_local or is_open(number)]
    if not allowed:
        raise ReaderError(
            f"{shown} is on this machine or its own network ({sanitise_line(numeric[0])}); "
            "--allow-local fetches from there"
        )
    return allowed


def is_open(number: str) -> bool:
    """Whether a numeric address is of the open net, also when one kind is wrapped in the other."""
    address = ip_address(number)
    return _inner(address).is_global and not _inner(address).is_multicast


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
