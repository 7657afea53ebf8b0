"""Base URLs: which are accepted, and which origin a credential belongs to."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from attrs import frozen

from .._errors import ConfigurationError

_PORTS = {"http": 80, "https": 443}


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
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ConfigurationError(f"{name}: must be an absolute https:// or http:// URL")
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError(f"{name}: must not contain a user or password; pass credentials as auth=...")
    if parts.query or parts.fragment or any(c <= " " or c in "\x7f\\" for c in text):
        raise ConfigurationError(f"{name}: must not contain a query, fragment, space or backslash")
    _check_host(parts.hostname, name)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    origin = f"{parts.scheme}://{host}:{port or _PORTS[parts.scheme]}"
    return BaseUrl(text.rstrip("/"), origin, _is_loopback(parts.hostname))


def _check_host(host: str, name: str) -> None:
    """Refuse a host that has no name in the DNS (RFC 3490, RFC 1035), which no attempt could reach."""
    try:
        host.removesuffix(".").encode("idna")
    except UnicodeError as error:
        why = str(error.__cause__ or error).lower()
        raise ConfigurationError(f"{name}: {host[:80]!r} is not a valid host name ({why})") from None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
