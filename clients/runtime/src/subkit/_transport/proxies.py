"""Proxies: what their URLs mean. No URL is ever shown, because it may contain a password."""

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
    from urllib.parse import SplitResult

_PORTS: Final = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


def check_proxy(url: str) -> None:
    """Raise `ConfigurationError` for a URL that names no proxy, or one that needs another package."""
    scheme = _split(url).scheme
    if scheme.startswith("socks") and find_spec("socksio") is None:
        raise ConfigurationError("proxy: a SOCKS proxy needs the package socksio")


def parse_proxy(url: str, tls: Callable[[], ssl.SSLContext]) -> httpcore.Proxy:
    """The proxy at a URL. `tls` returns the context for one that is reached over TLS."""
    check_proxy(url)
    parts = _split(url)
    server = httpcore.URL(
        scheme=parts.scheme,
        host=encode_host(parts.hostname or ""),
        port=parts.port or _PORTS[parts.scheme],
        target="/",
    )
    auth = None
    if parts.username is not None:
        auth = unquote_to_bytes(parts.username), unquote_to_bytes(parts.password or "")
    return httpcore.Proxy(server, auth=auth, ssl_context=tls() if parts.scheme == "https" else None)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        if encode_host(parts.hostname or "") and parts.scheme in _PORTS and parts.port != 0:
            return parts
    except (ValueError, TypeError, AttributeError):
        pass
    raise ConfigurationError(
        "proxy: must be a URL like http://proxy.example:3128; it is not shown because it may contain a password"
    ) from None
