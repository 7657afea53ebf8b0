"""Base URLs: which are accepted, and which origin a credential belongs to."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from .._errors import ConfigurationError
from .._values import frozen

PORTS = {"http": 80, "https": 443}


class InvalidURL(ValueError):
    """What is no URL of HTTP."""


@frozen
class BaseUrl:
    """A checked base URL."""

    text: str
    """Without a trailing slash."""
    origin: str
    """Scheme, host and port, in lower case."""
    loopback: bool

    @property
    def encrypted(self) -> bool:
        """Whether it is https."""
        return self.origin.startswith("https:")


def parse_base_url(text: str, name: str = "base_url") -> BaseUrl:
    """Check and parse a base URL. Raises `ConfigurationError`, which never contains credentials from the URL."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except (ValueError, TypeError, AttributeError):
        raise ConfigurationError(f"{name}: must be a URL like https://api.example/base") from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise ConfigurationError(f"{name}: must be an absolute https:// or http:// URL")
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError(f"{name}: must not contain a user or password; pass credentials as auth=...")
    if any(c <= " " or c in "?#\x7f\\" for c in text):  # an empty query or fragment, too, would cut off every path
        raise ConfigurationError(f"{name}: must not contain a query, fragment, space or backslash")
    _check_host(parts.hostname, name)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    origin = f"{parts.scheme}://{host}:{port or PORTS[parts.scheme]}"
    return BaseUrl(text.rstrip("/"), origin, is_loopback(parts.hostname))


_PLAIN_HOST: Final = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*\.?", re.IGNORECASE | re.ASCII)
"""What every resolver takes: to say so of others takes a module that takes longer to load than all of subkit."""


def _check_host(host: str, name: str) -> None:
    """Refuse a host that has no name in the DNS (RFC 3490, RFC 1035), which no attempt could reach."""
    if _PLAIN_HOST.fullmatch(host):
        return
    try:
        host.removesuffix(".").encode("idna")
    except UnicodeError as error:
        why = str(error.__cause__ or error).lower()
        raise ConfigurationError(f"{name}: {host[:80]!r} is not a valid host name ({why})") from None


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def parse_server(url: str) -> tuple[str, str, int]:
    """Scheme, host (in ASCII) and port of a URL. Raises `InvalidURL`."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
        host = encode_host(parts.hostname or "")
    except (ValueError, KeyError):
        raise InvalidURL from None
    if not host:
        raise InvalidURL
    return parts.scheme, host, port


def describe_server(url: str) -> str:
    """Host and port of a URL, for people."""
    try:
        _, host, port = parse_server(url)
    except InvalidURL:
        return "no valid URL"
    return f"{host}:{port}"


def encode_host(host: str) -> str:
    """A host's name in ASCII."""
    if host.isascii():
        return host
    import idna  # noqa: PLC0415 - only for names that are not ASCII

    return idna.encode(host).decode("ascii")
