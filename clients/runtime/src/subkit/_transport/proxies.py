"""Proxies: what their URLs mean. None is ever shown whole, because there may be a password in it."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes, urlsplit

import httpcore

from .._errors import ConfigurationError
from .urls import encode_host

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

_PORTS: Final = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


def check_proxy(url: str) -> None:
    """Refuse a URL that names no proxy."""
    scheme, _, _ = _parts(url)
    if scheme.startswith("socks") and find_spec("socksio") is None:
        raise ConfigurationError("proxy: a SOCKS proxy takes the package socksio")


def parse_proxy(url: str, tls: Callable[[], ssl.SSLContext]) -> httpcore.Proxy:
    """The proxy that a URL names; `tls` gives the context for one that is spoken to over TLS.

    Raises `ConfigurationError` that does not repeat the URL.
    """
    check_proxy(url)
    scheme, server, auth = _parts(url)
    return httpcore.Proxy(server, auth=auth, ssl_context=tls() if scheme == "https" else None)


def _parts(url: str) -> tuple[str, httpcore.URL, tuple[bytes, bytes] | None]:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
        host = encode_host(parts.hostname or "")
    except (ValueError, KeyError, TypeError, AttributeError):
        host = ""
    if not host:
        raise ConfigurationError(
            "proxy: give a URL like http://proxy.example:3128; this one is not shown, for it may hold a password"
        ) from None
    server = httpcore.URL(scheme=parts.scheme, host=host, port=port, target="/")
    if parts.username is None:
        return parts.scheme, server, None
    return parts.scheme, server, (unquote_to_bytes(parts.username), unquote_to_bytes(parts.password or ""))
